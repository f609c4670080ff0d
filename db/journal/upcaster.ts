/** An event's data as its version `v` wrote it, made into what the next version would have written. Pure. */
export type Upcaster = (data: unknown) => unknown

/** For each type, the upcaster from each version to the next. */
export type Upcasters = { readonly [type: string]: { readonly [from: number]: Upcaster } }
