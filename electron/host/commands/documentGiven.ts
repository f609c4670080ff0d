/** What was given after a command's name. */
export type Arguments = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** Whether an option without a value was given. */
export const isGiven = ({ options }: Arguments, name: string): boolean => options[name] === true

/** An option's text; undefined when it was not given. */
export const textOf = ({ options }: Arguments, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
