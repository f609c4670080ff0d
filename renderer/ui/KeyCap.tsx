import { codeOf, useCap } from './keyboard.ts'
import style from './KeyCap.module.css'

/** The key that does it, by its cap on the French keyboard; shown as the agent's own keyboard has it. */
export const KeyCap = ({ children }: { readonly children: string }) => (
  <kbd className={style.key} data-code={codeOf(children)} data-text={children.length === 1 || undefined}>
    {useCap(children)}
  </kbd>
)
