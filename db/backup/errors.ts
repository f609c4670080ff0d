/** Why a backup was not made, or not restored: `message` is for a person, in French, and says what to do. */
export class BackupError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'BackupError'
  }
}
