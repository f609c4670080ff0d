import { useState } from 'react'
import { Acts } from './Acts.tsx'
import { Button } from './Button.tsx'
import { copyText } from './clipboard.ts'
import lettering from './Lettering.module.css'

/** Puts a text on the clipboard, and says whether it is there. */
export function CopyButton({
  text,
  words,
  size = 'dense',
}: {
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string; readonly copyFailed: string }
  readonly size?: 'dense' | 'normal'
}) {
  /** What is said, and of which text: another one is not on the clipboard. */
  const [said, setSaid] = useState({ of: text, message: '' })
  const copy = async () =>
    setSaid({ of: text, message: (await copyText(text)) ? words.copied : words.copyFailed })
  return (
    <Acts>
      <Button size={size} onPress={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" className={lettering.small}>
        {said.of === text ? said.message : ''}
      </span>
    </Acts>
  )
}
