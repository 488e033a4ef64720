"use strict";
{
    const one = (selector, within = document) => within.querySelector(selector);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];

    // A picture is in the file once: where it stands again, it is taken from there, once it can be seen.
    const originalOf = (image) => {
        const original = document.getElementById(image.dataset.picture);
        return original.dataset.picture ? originalOf(original) : original;
    };
    const fill = (flow) => {
        for (const image of all("img[data-picture]:not([src])", flow)) {
            const original = originalOf(image);
            if (original.src) image.src = original.src;
            else image.replaceWith(original.cloneNode(true));
        }
    };
    for (const flow of all("details.flow")) {
        if (flow.open) fill(flow);
        flow.addEventListener("toggle", () => fill(flow));
    }

    // Light and dark.
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const changeTheme = () => {
        const { theme } = document.documentElement.dataset;
        document.documentElement.dataset.theme =
            (theme ?? (dark.matches ? "dark" : "light")) === "dark" ? "light" : "dark";
    };
    one(".theme").addEventListener("click", changeTheme);

    // Search and filter: an outcome, any of the tags that are chosen, and all words.
    const flows = all("details.flow");
    const tags = new Map(flows.map((flow) => [flow, all(".about .tag", flow).map((tag) => tag.textContent)]));
    const search = one("#search");
    const choices = all("[data-show]");
    const tagChoices = all("[data-tag]");
    const isChosen = (choice) => choice.getAttribute("aria-pressed") === "true";
    const filter = () => {
        const words = (search?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
        const shown = choices.find(isChosen)?.dataset.show ?? "all";
        const chosen = tagChoices.filter(isChosen).map((choice) => choice.dataset.tag);
        let count = 0;
        for (const flow of flows) {
            const fits = (shown === "all" || flow.dataset.outcome === shown
                || (["flaky", "degraded"].includes(shown) && shown in flow.dataset))
                && (chosen.length === 0 || tags.get(flow).some((tag) => chosen.includes(tag)));
            flow.hidden = !(fits && words.every((word) => flow.dataset.words.includes(word)));
            if (!flow.hidden) count += 1;
        }
        one(".none").hidden = count > 0 || flows.length === 0;
    };
    search?.addEventListener("input", filter);
    for (const choice of choices) {
        choice.addEventListener("click", () => {
            for (const other of choices) other.setAttribute("aria-pressed", String(other === choice));
            filter();
        });
    }
    for (const choice of tagChoices) {
        choice.addEventListener("click", () => {
            choice.setAttribute("aria-pressed", String(!isChosen(choice)));
            filter();
        });
    }

    // A link to a flow or a request opens what it is in.
    const openLinked = () => {
        const target = document.getElementById(location.hash.slice(1));
        for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
            fold.hidden = false;
            fold.open = true;
        }
        const exchange = target?.matches("li") && one(".exchange", target);
        if (exchange) exchange.open = true;
        target?.scrollIntoView();
    };
    addEventListener("hashchange", openLinked);
    openLinked();

    // From flow to flow.
    const goOn = (by) => {
        const shown = flows.filter((flow) => !flow.hidden);
        const here = shown.findIndex((flow) => flow.contains(document.activeElement));
        const next = shown[here < 0 ? 0 : Math.max(0, Math.min(here + by, shown.length - 1))];
        if (next) one("summary", next).focus();
    };

    // Copying: the clipboard is not open to every page, a selection is.
    const copy = (text) => {
        const field = document.createElement("textarea");
        field.value = text;
        field.className = "copied";
        document.body.append(field);
        field.select();
        const isDone = document.execCommand("copy");
        field.remove();
        return isDone;
    };
    for (const button of all("[data-copy]")) {
        button.addEventListener("click", () => {
            button.dataset.label ??= button.textContent;
            button.textContent = copy(button.dataset.copy) ? "Copied" : "Not copied";
            button.focus();
            setTimeout(() => { button.textContent = button.dataset.label; }, 2000);
        });
    }

    // Pictures, large.
    const viewer = one("#viewer");
    let pictures = [];
    let place = 0;
    // As large as there is room; one that is tall as wide as there is, and all of it as it was taken by a click.
    const large = one(".large", viewer);
    const resize = () => viewer.classList.toggle("whole");
    const show = (index) => {
        place = Math.max(0, Math.min(index, pictures.length - 1));
        const picture = pictures[place];
        large.replaceChildren(...[...picture.children].map((child) => {
            const copied = child.cloneNode(true);
            copied.removeAttribute("id");
            return copied;
        }));
        const { naturalWidth: width, naturalHeight: height } = one("img", picture) ?? {};
        large.classList.toggle("tall", height > 2 * width);
        viewer.classList.remove("whole");
        viewer.scrollTo(0, 0);
        one(".caption", viewer).textContent =
            `${picture.dataset.caption} (${place + 1} of ${pictures.length})`;
        one(".previous", viewer).disabled = place === 0;
        one(".next", viewer).disabled = place === pictures.length - 1;
    };
    for (const picture of all("button.frame")) {
        picture.addEventListener("click", () => {
            pictures = all("button.frame", picture.closest(".strip, .comparison"));
            show(pictures.indexOf(picture));
            viewer.showModal();
        });
    }
    one(".previous", viewer).addEventListener("click", () => show(place - 1));
    one(".next", viewer).addEventListener("click", () => show(place + 1));
    large.addEventListener("click", resize);
    one(".close", viewer).addEventListener("click", () => viewer.close());
    viewer.addEventListener("click", (event) => { if (event.target === viewer) viewer.close(); });
    viewer.addEventListener("close", () => pictures[place]?.focus());

    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
    addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (viewer.open) {
            if (event.key === "z") resize();
            if (!(event.key in steps)) return;
            event.preventDefault();
            show(place + steps[event.key]);
        } else if (!event.target.matches("input, textarea")) {
            if (event.key === "/" && search) {
                event.preventDefault();
                search.focus();
            } else if (event.key === "t") changeTheme();
            else if (event.key === "j") goOn(1);
            else if (event.key === "k") goOn(-1);
        }
    });
}
