import { lineOf, type Source } from './sources.ts'

/**
 * Words of trade: a person at a public counter is not one of a shop's. English and French, singular and
 * plural, in names and in sentences.
 */
const forbidden = new Set(
  [
    'client',
    'cliente',
    'clientèle',
    'clientele',
    'customer',
    'satisfaction',
    'fidélité',
    'fidelite',
    'conversion',
  ].flatMap((word) => [word, `${word}s`]),
)

/** Names that the platform gives, and that we can't choose. */
const platform =
  /\bclient(?:X|Y|Left|Top|Width|Height)\b|\bget(?:Bounding)?ClientRects?\b|['"](?:react-dom|vite)\/client['"]|['"](?:wsC|tlsC|c)lientError['"]|\bsockets\.clients\b|\bpg\.(?:Pool)?Client(?:Base)?\b|['"]openid-client['"]|\bopenid\.Client(?:Auth|SecretPost|SecretBasic)\b|\(client_(?:id|secret)\)|'access-token', 'client', 'uid'|(?:^|\s)\/\/\/.*$/gm

/** A word: letters, cut where a name in camelCase is. */
const word = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu

/** Each forbidden word of a file, as `path:line word`. */
export function forbiddenWords({ path, text }: Source): readonly string[] {
  const plain = text.normalize('NFC').replaceAll(platform, (name) => ' '.repeat(name.length))
  return [...plain.matchAll(word)]
    .filter((match) => forbidden.has(match[0].toLowerCase()))
    .map((match) => `${path}:${lineOf(plain, match.index)} ${match[0]}`)
}
