const plain = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The text of bytes packed in C40, three characters of the basic set in two bytes (ANTS, 2D-Doc v3.2.6, §10.3);
 * `undefined` when they hold anything else. One character of `bytes` is one byte.
 */
export function fromC40(bytes: string): string | undefined {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const word = bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1) - 1
    for (const value of [Math.floor(word / 1600), Math.floor(word / 40) % 40, word % 40]) {
      const character = plain[value - 3]
      if (character === undefined) return undefined
      text += character
    }
  }
  return bytes.length % 2 === 0 ? text : undefined
}
