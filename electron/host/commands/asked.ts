import { createInterface } from 'node:readline'

/** The first line of the standard input, without the spaces around it: a secret is never an argument, which others see. */
export async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return line.trim()
    return ''
  } finally {
    lines.close()
  }
}
