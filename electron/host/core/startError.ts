/** Why the program can't go on, as a sentence for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
