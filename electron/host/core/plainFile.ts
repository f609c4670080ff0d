import { statSync } from 'node:fs'

/**
 * The same path, once it is known to lead to a file: a pipe would be waited for, and a device never ends.
 * @throws the system's error, or one of its own where it is no file
 */
export function plainFile(path: string): string {
  if (!statSync(path).isFile()) throw new Error(`${path} is no file`)
  return path
}
