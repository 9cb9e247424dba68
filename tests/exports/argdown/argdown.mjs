// Reads Argdown from standard input with its own parser; prints what it understood, as JSON.
import { readFileSync } from "node:fs";
import { argdown } from "@argdown/core";

const read = (input) => {
  try {
    return argdown.run({ process: ["parse-input", "build-model"], input, logLevel: "silent", throwExceptions: true });
  } catch (error) {
    return { exceptions: [error] };
  }
};

const answer = (input) => {
  const found = read(input);
  const text = (members) => (members ?? []).map((m) => m.text).filter(Boolean);  // where it is only mentioned it has none
  const ends = (relation) => [relation.relationType, relation.from?.title, relation.to?.title];
  return {
    errors: [...(found.lexerErrors ?? []), ...(found.parserErrors ?? []), ...(found.exceptions ?? [])].map(String),
    front: found.frontMatter ?? null,
    statements: Object.fromEntries(Object.entries(found.statements ?? {}).map(([id, s]) =>
      [id, { text: text(s.members), data: s.data ?? null }])),
    arguments: Object.fromEntries(Object.entries(found.arguments ?? {}).map(([id, a]) =>
      [id, { text: text(a.members), data: a.data ?? null }])),
    relations: (found.relations ?? []).map(ends),
  };
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(answer)));
