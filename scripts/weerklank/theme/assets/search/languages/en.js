// What search knows of English words: one stem for all forms. What a language says here: letters.js.

import { without } from "../letters.js";

/** What stands between the parts of a compound. */
export const LINKS = [""];

const STOP = new Set(`a about after again all also an and any are as at be because been before being but by can could did do
  does doing done down each even every for from get go had has have having he her here hers him his how i if in into is it
  its just me more most much my no nor not now of off on once only or other our out over own same she should so some such
  than that the their them then there these they this those through to too under until up very was we were what when where
  which while who whom whose why will with would you your dont isnt its`.split(/\s+/));

/** Whether a folded word says too little to search for. */
export const isStop = (word) => STOP.has(word) || (word.length < 2 && !/\d/.test(word));

// A word, then the forms of it that no rule makes.
const IRREGULAR = `arise arose arisen|awake awoke awoken|be am is are was were been|bear bore borne|beat beaten|become became|
  begin began begun|bend bent|bet|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|
  breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|
  creep crept|deal dealt|dig dug|do does did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|
  eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|
  forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|
  give gave given|go goes went gone|grind ground|grow grew grown|hang hung|have has had|hear heard|hide hid hidden|
  hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|
  lend lent|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|
  overcome overcame|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|
  see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown|
  shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|smell smelt|sow sown|
  speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spoil spoilt|spring sprang sprung|
  stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strike struck stricken|
  strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|
  teach taught|tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden|
  undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|
  wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|
  withstand withstood|write wrote written|rewrite rewrote rewritten|rebuild rebuilt|repay repaid|resell resold|
  rethink rethought|free freed|agree agreed|man men|woman women|child children|foot feet|tooth teeth|goose geese|
  mouse mice|louse lice|ox oxen|person people|penny pence|die dice|life lives|wife wives|knife knives|half halves|
  loaf loaves|leaf leaves|shelf shelves|self selves|thief thieves|wolf wolves|calf calves|hoof hooves|scarf scarves|
  yourself yourselves|analysis analyses|basis bases|crisis crises|thesis theses|hypothesis hypotheses|
  diagnosis diagnoses|oasis oases|phenomenon phenomena|criterion criteria|medium media|datum data|
  curriculum curricula|stimulus stimuli|syllabus syllabi|good better best|bad worse worst|
  far farther farthest further furthest|little less least|many more most`.split("|").map((group) => group.trim().split(" "));

const BASES = new Map(IRREGULAR.flatMap(([base, ...forms]) => forms.map((form) => [form, base])));
const FORMS = new Map(IRREGULAR.map(([base, ...forms]) => [stem(base), forms]));

/** The forms of a stem that share no beginning with it: went for go, children for child. */
export const irregular = (stemmed) => FORMS.get(stemmed) ?? [];

/**
 * The stem of a folded word: studies and study, hoping and hope, taught and teach, labour and labor have one. After
 * Porter's stemmer for English (tartarus.org/martin/PorterStemmer) as far as inflection goes, the spellings of Britain
 * and America taken together.
 */
export function stem(word) {
  let made = BASES.get(word) ?? BASES.get(word.replace(/s$/, "")) ?? word;
  made = made.replace(/tre$/, "ter").replace(/(ss|sh|ch|x|zz|o)es$/, "$1").replace(/(..)ies$/, "$1y");
  made = without(made, /s$/, 3, /[^sui]$/);
  const bare = without(made, /(?:(?<!e)ed|ing)$/, 2);
  if (bare === made) made = made.replace(/([aeiouy].*[^aeiouy])eed$/, "$1ee");
  return settle(without(bare === made ? made : bare, /e$/, 2));
}

const SUFFIX = /(?:ness|ment|is?ation|ation|ition|ion|i?ty|iti|ful|less|li|able|ible|er|or|ism|ist|al|ive|ous|ship|hood|ance|ence|ant|ent)$/;

/** What is left of a word's stem without its suffixes: citizen and citizenship have one root. */
export function root(word) {
  let made = stem(word);
  for (let before = ""; before !== made; ) {
    before = made;
    made = settle(without(without(made, SUFFIX, 4), /e$/, 4));
  }
  return made;
}

/** The end of a stem as no ending follows: one consonant, i for y, s for z and c, or for our. */
function settle(word) {
  const single = word.replace(/([^aeiouy])\1$/, "$1").replace(/([^aeiouy])y$/, "$1i").replace(/z$/, "s").replace(/nc$/, "ns");
  return single.replace(/([a-z]{2})our$/, "$1or");
}

/** Other forms to try where no text has one of the word's stem. */
export const looser = () => [];

const SOUNDS = [[/^kn/g, "n"], [/^wr/g, "r"], [/^ps/g, "s"], [/[ts]ion/g, "shn"], [/ph/g, "f"], [/gh(?!$)|(?<=[aeiou])gh/g, ""],
  [/c(?=[eiy])/g, "s"], [/ck|c|q/g, "k"], [/x/g, "ks"], [/z/g, "s"], [/ie|ei|ea|ee|y/g, "i"], [/ou|oo|ue/g, "u"],
  [/a(?=n[ct])|e(?=n[ct])/g, "a"], [/(.)\1/g, "$1"], [/e$/g, ""]];

/** How a word sounds, roughly: slips of spelling that sound the same are small ones. */
export const sound = (word) => SOUNDS.reduce((made, [from, to]) => made.replace(from, to), word);
