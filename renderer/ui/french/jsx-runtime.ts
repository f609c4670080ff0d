import * as react from 'react/jsx-runtime'
import { withSpaces } from './drawn.ts'

// What a page's elements are made by, as built (`jsxImportSource`): React's own, its texts spaced.

export { Fragment } from 'react/jsx-runtime'
export type { JSX } from './drawn.ts'

export const jsx: typeof react.jsx = (type, props, key) => react.jsx(type, withSpaces(type, props), key)
export const jsxs: typeof react.jsxs = (type, props, key) => react.jsxs(type, withSpaces(type, props), key)
