/** Each part begins where V8 reads it without a copy. */
const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7)])

/**
 * What V8 has compiled of scripts, as one file that electron/starter.ts reads: the length of an index in four bytes, the
 * index (JSON: where each part begins after it, and its length), then the parts.
 * @param {ReadonlyMap<string, import('node:vm').Script>} scripts by their paths inside the program's folder
 * @returns {Buffer}
 */
exports.codeFile = (scripts) => {
  const index = {}
  const parts = []
  let at = 0
  for (const [path, script] of scripts) {
    const data = script.createCachedData()
    index[path] = [at, data.length]
    parts.push(padded(data))
    at += parts.at(-1).length
  }
  const text = JSON.stringify(index)
  const header = text.padEnd(text.length + (-(text.length + 4) & 7))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return Buffer.concat([length, Buffer.from(header), ...parts])
}
