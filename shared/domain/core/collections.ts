import type {} from 'immutable'

/**
 * What stands for a key or a value stands for it in a map too: said here, the compiler checks it once. Left to find it, it
 * compares every method of two maps, and all that they hold, wherever one is given for the other.
 */
declare module 'immutable' {
  interface Map<out K, out V> {}
}
