import * as react from 'react/jsx-dev-runtime'
import { withSpaces } from './drawn.ts'

// The same while developing: React's own, which says where each element is from.

export { Fragment } from 'react/jsx-dev-runtime'
export type { JSX } from './drawn.ts'

export const jsxDEV: typeof react.jsxDEV = (type, props, ...rest) =>
  react.jsxDEV(type, withSpaces(type, props), ...rest)
