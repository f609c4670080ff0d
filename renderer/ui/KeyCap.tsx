import style from './KeyCap.module.css'

/** The key that does it, as the French keyboard shows it. */
export const KeyCap = ({ children }: { readonly children: string }) => (
  <kbd className={style.key}>{children}</kbd>
)
