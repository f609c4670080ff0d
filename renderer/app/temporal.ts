import type * as polyfill from 'temporal-polyfill'

/**
 * The engine's own Temporal, where it has one (Chromium 144, Electron 40 and later): the pages' program then reads and
 * compiles nothing more. Elsewhere the polyfill, which the host always runs with.
 */
export const Temporal =
  'Temporal' in globalThis
    ? (globalThis as unknown as typeof polyfill).Temporal
    : (await import('temporal-polyfill/implementation')).Temporal
