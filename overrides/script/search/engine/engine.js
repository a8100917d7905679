import { arrange, unique } from "./answer.js";
import { helpCard, houseCard } from "./cards.js";
import { fold, readWords, stem, stems, words } from "../../shared/fold.js";
import { findHouses, isNamed } from "./houses.js";
import { Library } from "./library.js";
import { findOffices } from "./offices.js";
import { Places } from "./places.js";
import { isWeak, rank, weigh } from "./score.js";
import { understand } from "./understand.js";
import { isTooLittle, understood } from "./understood.js";

export const LONGEST = 300; // characters of a question that are read
const SHORT = 2; // words up to which every word may be unfinished
const MOST_WORDS = 24; // that are looked up; who writes more has said it by then
const MENTION = 3; // words from which an office may be mentioned and not asked for
const MEANT = 0.4; // share of a question that is asked about an office
const MOST_TOWNS = 3;
const MOST_NAMES = 3;
const EASY = 2; // words of a question up to which keywords are enough, without the questions of parents
const STRANGE = 0.4; // share of words that are not known, from which a question may be in another language
const OTHER_SCRIPT = /[\u0370-\u1fff]/; // Greek, Cyrillic, Arabic and the like
const KNOWN = 0.7; // how sure every word must be for keywords to be enough

// The search. `core` is the bundle; `load` fetches what comes later, each as a promise of a file:
// { town(id), houses(id), names(letter), more(), languages() }. Gives { prepare(), query(text, limit) → promise of an
// answer }; `prepare` reads the core before the first question. An answer:
//   text         the words that were read
//   towns        [{ id, name, district }] that the question names
//   corrections  [{ typed, understood }] for "Meinten Sie"
//   understood   share of the question, 0 to 1
//   offTopic     whether the page should say that it has nothing exact
//   help         the card of whom to call then, or null
//   folders      where the pages of records stand, by kind
//   results      cards, best first (cards.js)
export function createEngine(core, load) {
  const places = new Places(core.towns, core.ambiguous_places);
  const isPlace = (word) => places.words.has(word);
  const stop = new Set(words(core.stop_words));
  const contactWords = new Set(stems(core.contact_words));
  const bets = readBets(core);
  const loaded = new Map();
  let made = null;

  // What is loaded once stays; what failed is tried again.
  function once(name, fetch) {
    if (!loaded.has(name)) {
      const forget = (error) => {
        loaded.delete(name);
        throw error;
      };
      loaded.set(name, fetch().catch(forget));
    }
    return loaded.get(name);
  }

  const short = () => (made ??= new Library(core, isPlace));
  const more = () => once("more", load.more);
  const full = () => once("full", async () => new Library(core, isPlace, await more()));
  const everyLanguage = () =>
    once("languages", async () => {
      const [german, languages] = await Promise.all([more(), load.languages()]);
      return new Library(core, isPlace, { ...german, languages });
    });

  async function query(text, limit = 10) {
    const asked = readWords(String(text).slice(0, LONGEST));
    const read = await interpretWell(asked);
    const cards = await results(read);
    return { ...describe(read, cards), results: cards.slice(0, limit) };
  }

  // With as few words of ours as it takes: each library has to be loaded and read once.
  async function interpretWell(asked) {
    if (asked.some(({ word }) => OTHER_SCRIPT.test(word))) return interpret(asked, await everyLanguage());
    const easy = isLong(asked) ? null : interpret(asked, short());
    if (easy && !isHard(easy)) return easy;
    const read = interpret(asked, await full());
    return seemsForeign(read) ? inOtherWords(read, interpret(asked, await everyLanguage())) : read;
  }

  // Whether a question is beyond keywords, however its words are understood: two of them may still be a misspelt place.
  function isLong(asked) {
    const { places: where, rest } = places.find(asked, { known: () => true });
    const topic = rest.filter(({ word }) => !stop.has(word) && !contactWords.has(stem(word)));
    return topic.length > EASY + (where.length ? 0 : 2);
  }

  // What was asked: where, what, and how sure each word is.
  function interpret(asked, library) {
    const { places: where, rest, corrected } = places.find(asked, library);
    const content = rest.filter((found) => !library.stop.has(found.word));
    const kept = (content.length || where.length ? content : rest).slice(0, MOST_WORDS);
    const isShort = kept.length <= SHORT;
    const groups = kept.flatMap((found, i) => understand(found, i === kept.length - 1, isShort, library));
    for (const group of groups) group.term = stem(group.corrected ?? group.word);
    const heard = new Set([...groups.map((group) => group.term), ...rest.map((found) => stem(found.word))]);
    // "Schwimmbad" is a matter of ours, "Öffnungszeiten" are, but both together are not.
    const outside = library.outsideTogether.filter((terms) => terms.every((term) => heard.has(term))).flat();
    for (const group of groups) if (outside.includes(group.term)) Object.assign(group, { isOutside: true, sure: 0 });
    const topic = weigh(
      groups.filter((group) => !library.contactWords.has(group.term)),
      library,
    );
    const wantsContact = [...heard].some((term) => library.contactWords.has(term));
    const offers = favour(rank(topic, library.offers, library), topic);
    return { asked, where, corrected, groups, topic, heard, wantsContact, library, offers };
  }

  // The order that editors gave for a word that leads to several offers.
  function favour(ranked, topic) {
    const bet = bets.get(topic.map((group) => group.term).join(" "));
    const place = ({ document }) => (bet.includes(document) ? bet.indexOf(document) : bet.length);
    return bet ? [...ranked].sort((a, b) => place(a) - place(b)) : ranked;
  }

  async function results(read) {
    const { where, topic, heard, wantsContact, library, offers } = read;
    const named = findOffices(topic, library.offices, library, wantsContact);
    const found = {
      core,
      offers,
      wantsContact,
      offices: named.documents,
      isMentioned: !wantsContact && topic.length > MENTION && named.share < MEANT,
      wantsHouse: topic.length > 0 && topic.every((group) => library.houseWords.has(group.term)),
      isOnlyPlace: !topic.length && !wantsContact,
      status: statusBits(core, heard),
    };
    if (!where.length) return arrange({ ...found, houses: { named: await housesAnywhere(read) } });
    const inTown = async ({ town: number, district }) => {
      const town = core.towns[number];
      const here = await once(`town ${town.id}`, () => load.town(town.id));
      const isFurther = here.beyond && strangeWords(read).length;
      const further = isFurther ? await once(`houses ${town.id}`, () => load.houses(town.id)) : [];
      const centres = [...here.centres, ...further];
      const cards = arrange({ ...found, town, here, houses: findHouses(topic, centres, here.others ?? [], town, district, library) });
      return cards.map((card) => (card.kind === "offer" ? card : { town: town.name, ...card }));
    };
    return inTurn(await Promise.all(where.slice(0, MOST_TOWNS).map(inTown)));
  }

  // A house by its name alone.
  async function housesAnywhere(read) {
    const { topic, library } = read;
    const asked = topic.filter((group) => isOwn(group, library));
    const letters = strangeWords(read).map(({ typed }) => fold(typed)[0]).filter((letter) => core.letters.includes(letter));
    const fetchList = (letter) => once(`names ${letter}`, () => load.names(letter));
    const lists = await Promise.all([...new Set(letters)].map(fetchList));
    const houses = lists.flat().filter(([, name]) => isNamed(asked, name, library));
    const townOf = (id) => core.towns.find((town) => town.id === id);
    return houses.slice(0, MOST_NAMES).map(([id, name, town, note, anchor]) => houseCard({ id, name, note, anchor }, townOf(town)));
  }

  // What the page says about the question itself.
  function describe(read, cards) {
    const { asked, where, corrected, groups, library } = read;
    const slips = groups.filter((group) => group.corrected);
    const corrections = slips.map(({ typed, corrected: form }) => ({ typed, understood: library.written(form) }));
    if (corrected) corrections.push({ typed: corrected.typed, understood: places.written(where[0]) });
    const share = understood(read);
    return {
      text: asked.map((found) => found.typed).join(" "),
      towns: where.map(({ town, district }) => ({ id: core.towns[town].id, name: core.towns[town].name, district })),
      corrections,
      understood: share,
      offTopic: isTooLittle(share, read.topic, library) && (!cards.length || cards[0].kind === "offer"),
      help: helpCard(core),
      folders: core.folders,
    };
  }

  return { query, prepare: short };
}

function isHard(read) {
  const { topic, groups } = read;
  return topic.length > EASY || groups.some((group) => group.sure < KNOWN || group.isPart) || asksForStranger(read);
}

// Whether a telephone or opening hours are asked for, but no office is named.
function asksForStranger({ topic, wantsContact, library }) {
  return wantsContact && topic.length > 0 && !findOffices(topic, library.offices, library, true).documents.length;
}

// What may be the name of a house.
const isOwn = (group, library) => !library.houseWords.has(group.term) && !isWeak(group, library);

// Words that mean nothing else than the name of a house; only for them names are loaded.
function strangeWords({ topic, library }) {
  const asked = topic.filter((group) => isOwn(group, library));
  const strange = asked.filter((group) => group.sure < KNOWN);
  return strange.length < asked.length / 2 || asked.length > MOST_NAMES ? [] : strange;
}

// Whether many words are unknown, or not written in German letters.
function seemsForeign({ topic }) {
  const strange = topic.filter((group) => group.sure < KNOWN && !group.isOutside);
  return topic.some(isForeignLetters) || strange.length >= STRANGE * topic.length;
}

// The second reading, if a word of another language was really said: by chance many look alike.
function inOtherWords(german, foreign) {
  const isSaid = (group) => group.sure === 1 && foreign.library.foreign.has(group.term);
  return foreign.topic.some((group) => isSaid(group) || isForeignLetters(group)) ? foreign : german;
}

const isForeignLetters = ({ typed }) => /[^\p{ASCII}äöüß]/iu.test(typed);

function readBets(core) {
  const numbers = new Map(core.offers.map((offer, number) => [offer.id, number]));
  return new Map(core.bets.map(([word, offers]) => [stems(word).join(" "), offers.map((id) => numbers.get(id))]));
}

// The statuses that a question names, one bit each.
function statusBits(core, heard) {
  const isSaid = (name) => stems(name).every((term) => heard.has(term));
  return core.statuses.reduce((bits, status, bit) => (status.some(isSaid) ? bits | (1 << bit) : bits), 0);
}

// The cards of several towns, one of each in turn.
function inTurn(answers) {
  const longest = Math.max(...answers.map((cards) => cards.length));
  return unique(Array.from({ length: longest }, (_, i) => answers.map((cards) => cards[i])).flat());
}
