import { ownPages } from '../core/builtPages.ts'
import { publicFaces, publicFamilies } from './publicFonts.ts'

const style = `:root{color-scheme:light dark;--ground:light-dark(#f6f4f0,#141618);--surface:light-dark(#fff,#1c1f22);--ink:light-dark(#1d1c1a,#f1efec);--ink-2:light-dark(#4f4b45,#c6c3be);--accent:light-dark(#0b5a63,#63c5cf);--on-accent:light-dark(#fff,#06262a);--line:light-dark(#8c877d,#8a929b)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.125rem/1.5 ${publicFamilies}}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.5rem;border:0;border-radius:8px;background:var(--accent);color:var(--on-accent)}
.quiet{color:var(--ink-2);font-size:1rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`

/**
 * How a page looks that the host writes itself, for a browser that is no station's: the colours and letters of the
 * others. Without a file of theirs it stands all the same.
 */
export const publicStyle = (): string => publicFaces(ownPages().folder) + style
