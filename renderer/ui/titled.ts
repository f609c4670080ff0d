/** A name as a label or a choice writes it: with a capital. */
export const titled = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
