import type { ReactNode } from 'react'
import style from './VisuallyHidden.module.css'

/** Said by a screen reader, not drawn. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={style.hidden}>{children}</span>
)
