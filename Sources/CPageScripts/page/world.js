// The world: what is kept of our scripts beside those of the page, in a world of their own, and how elements go in and
// out, which the driver does for scripts that it runs.

// `token` tells this world from one of another document that the browser has given the same number.
function makeWorld(token) {
    const elementKey = "element-6066-11e4-a52e-4f735466cecf";
    const scripts = new Map(), elements = [], numbers = new WeakMap();
    const numberOf = (element) => {
        if (!numbers.has(element)) numbers.set(element, elements.push(element) - 1);
        return numbers.get(element);
    };
    const { get } = Object.getOwnPropertyDescriptor(Node.prototype, "isConnected");
    const isConnected = (element) => get.call(element);
    // The arguments, elements in place of their numbers; `null` where one is no longer in its document.
    const argumentsIn = (text) => {
        let isStale = false;
        const found = JSON.parse(text, (name, value) => {
            if (!value || typeof value !== "object" || !(elementKey in value)) return value;
            const element = elements[value[elementKey]];
            isStale ||= !element || !isConnected(element);
            return element;
        });
        return isStale ? null : found;
    };
    // What a script answers: as JSON, elements as their numbers; and the elements, where the client gets to know them.
    const packed = (value, tellsElements) => {
        const told = new Map();
        const text = JSON.stringify(value ?? null, (name, each) => {
            if (typeof each === "string") return each.toWellFormed?.() ?? each;
            if (!(each instanceof Node)) return each;
            told.set(numberOf(each), each);
            return { [elementKey]: `${numberOf(each)}` };
        });
        return tellsElements ? [text, [...told.keys()].join(), ...told.values()] : text;
    };
    const run = (name, text) => {
        const given = argumentsIn(text);
        if (!given) return null;
        const { script, isAsynchronous, tellsElements } = scripts.get(name);
        if (!isAsynchronous) return packed(script(...given), tellsElements);
        return new Promise((answer) => script(...given, answer)).then((value) => packed(value, tellsElements));
    };
    const isClosed = (element) => {
        for (let root = element.getRootNode(); root.host; root = root.host.getRootNode()) if (root.mode === "closed") return true;
        return false;
    };
    // Takes elements in that no script has found; tells the numbers of those in closed shadow trees, `-` for all others.
    const adopt = (...found) => found.map((element) => isClosed(element) ? numberOf(element) : "-").join();
    return { token, run, adopt, keep: (name, script) => scripts.set(name, script) };
}
