import { parseArgs } from 'node:util'

/** `DIR --out PLACE [--from DATE] [--to DATE] [--replace]`, as typed; undefined when it is not so. */
export function periodAsked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [folder] = positionals
  return folder && positionals.length === 1 && values.out ? { ...values, folder, out: values.out } : undefined
}
