// Likeness: how near two texts are, in spelling and in meaning.

// What pages call the same thing, a row each.
const synonyms = [
    "sign in, signin, log in, login, log on, logon, sign on", "sign out, signout, log out, logout, log off, logoff",
    "sign up, signup, register, registration, create account, create an account, join",
    "delete, remove, trash", "e mail, email, mail, e mail address, email address, mail address", "search, find, look up, lookup",
    "cancel, close, dismiss, abort", "ok, okay, confirm, yes, accept, agree", "edit, change, modify, update", "add, create, new",
    "submit, send, post", "next, continue, proceed", "back, previous, prev", "settings, preferences, options, configuration, config",
    "profile, account, user", "save, apply, store", "cart, basket, bag", "check out, checkout, pay, buy, purchase",
    "user name, username, userid, login name", "password, pass, pwd, passwd", "button, btn", "navigation, nav, menu", "forgot, forgotten, lost", "start, from", "end, until, till",
    "phone, telephone, tel, phone number, telephone number, mobile", "first name, firstname, given name, forename",
    "last name, lastname, surname, family name", "zip, zip code, zipcode, postcode, postal code, post code", "message, msg",
    "dialog, modal, popup", "image, img, picture, photo", "number, num, nr", "description, desc", "error, err", "help, support",
    "quantity, qty", "download, export", "upload, import", "show, view, display", "notification, alert", "table, grid",
].map((row) => row.split(", "));

const meanings = new Map(synonyms.flatMap((row) => row.map((phrase) => [phrase, row[0]])));
const longestPhrase = 3;
const slight = new Set(["the", "a", "an", "your", "my", "our", "please", "of", "for", "and", "or", "this"]);

// Words that say of what kind something is, and little of what it means.
const weak = new Set(["button", "link", "field", "input", "form", "container", "wrapper", "box", "item", "label", "text", "icon", "element"]);

// The words of a text, an id or a class, in lower case and without accents.
function wordsOf(text) {
    return text.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
        .split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// The words with one for each that means the same, in the singular.
function meaningOf(words) {
    const left = words.filter((word) => !slight.has(word)), found = [];
    for (let i = 0; i < left.length;) {
        let length = Math.min(longestPhrase, left.length - i);
        while (length > 1 && !meanings.has(left.slice(i, i + length).join(" "))) length--;
        const phrase = left.slice(i, i + length).join(" ");
        found.push(meanings.get(phrase) ?? meanings.get(singular(phrase)) ?? singular(phrase));
        i += length;
    }
    return found;
}

function singular(word) {
    return word.length < 4 ? word : word.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^s])s$/, "$1");
}

// The words with those joined that are one among other words: `check in` where these have `checkin`.
function joined(words, others) {
    const found = [];
    for (let i = 0; i < words.length; i++) {
        const both = words[i] + words[i + 1];
        if (i + 1 < words.length && others.includes(both)) i++;
        found.push(others.includes(both) ? both : words[i]);
    }
    return found;
}

// How many of the pairs of neighbouring letters both have (Dice).
function commonPairs(a, b) {
    const pairs = (letters) => letters.slice(1).map((letter, i) => letters[i] + letter);
    const first = pairs([...` ${a} `]), rest = pairs([...` ${b} `]), total = first.length + rest.length;
    let common = 0;
    for (const pair of first) {
        const at = rest.indexOf(pair);
        if (at >= 0) { common++; rest.splice(at, 1); }
    }
    return 2 * common / total;
}

// How many letters of the longer text are to be changed, left out or exchanged with their neighbour; from 0 to 1.
function spellingOf(a, b) {
    if (a.length > 30 || b.length > 30) return 0;
    let last = [], row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const isSame = a[i - 1] === b[j - 1];
            next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], last[j - 2] + 1);
        }
        [last, row] = [row, next];
    }
    return 1 - row[b.length] / Math.max(a.length, b.length);
}

// How much of the words two texts share, those that mean little counting less.
function sharedWords(a, b) {
    const weigh = (word) => weak.has(word) ? 0.3 : 1;
    const total = (words) => words.reduce((sum, word) => sum + weigh(word), 0);
    const isLike = (word, other) => word === other || (Math.min(word.length, other.length) > 3 && spellingOf(word, other) >= 0.75);
    const rest = [...b];
    const common = a.filter((word) => {
        const at = rest.findIndex((other) => isLike(word, other));
        if (at >= 0) rest.splice(at, 1);
        return at >= 0;
    });
    if (common.every((word) => weak.has(word))) return { both: 0, ofFirst: 0 };
    return { both: 2 * total(common) / (total(a) + total(b)), ofFirst: total(common) / total(a) };
}

// How alike a hint and a word are, from 0 to 1; half at least where the word holds the whole hint, whatever it has beside.
function likeness(hint, word) {
    if (hint === word) return 1;
    const [a, b] = [wordsOf(hint), wordsOf(word)], [first, second] = [a.join(" "), b.join(" ")];
    if (first === "" || second === "") return 0;
    if (first === second) return 0.98;
    if (a.join("") === b.join("")) return 0.96;
    const [wanted, found] = [meaningOf(joined(a, b)), meaningOf(joined(b, a))];
    if (wanted.length > 0 && wanted.join(" ") === found.join(" ")) return 0.92;
    const { both, ofFirst } = wanted.length > 0 && found.length > 0 ? sharedWords(wanted, found) : { both: 0, ofFirst: 0 };
    const isHeld = ofFirst === 1 || (first.length > 3 && ` ${second} `.includes(` ${first} `));
    const letters = Math.max(commonPairs(first, second), Math.min(first.length, second.length) > 3 ? spellingOf(first, second) : 0);
    return Math.min(0.91, Math.max(letters < 0.65 ? 0 : letters * 0.95, both * 0.9, isHeld ? 0.6 + 0.3 * both : 0));
}
