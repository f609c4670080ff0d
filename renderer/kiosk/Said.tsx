import type { Text } from '../../shared/contract/text.ts'
import { useSaid } from './words.ts'

/** A text that is data, in the person's language; marked as French where it is not translated, so that it is read as such. */
export function Said({ children }: { readonly children: Text }) {
  const { text, lang } = useSaid()(children)
  return (
    <span lang={lang} dir="auto">
      {text}
    </span>
  )
}
