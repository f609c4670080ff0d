import { useEffect, useId, useRef, useState } from 'react'
import { Preferences } from '../../shared/contract/preferences.ts'
import { readingWords as words } from '../../shared/messages/reading.fr.ts'
import { useCommand } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { useKeys } from '../ui/keys.ts'
import { usePreferences } from './preferences.ts'
import style from './Reading.module.css'

/** In the head of a page, how whoever is here reads it; nothing where nobody has a name. */
export function ReadingButton() {
  const preferences = usePreferences()
  const [isOpen, setOpen] = useState(false)
  const before = useRef<Element | null>(null)
  if (preferences === undefined) return null
  const close = () => {
    setOpen(false)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const open = () => {
    before.current = document.activeElement
    setOpen(true)
  }
  return (
    <>
      <Button size="dense" kind="quiet" aria-expanded={isOpen} onPress={isOpen ? close : open}>
        {words.open}
      </Button>
      {isOpen && <Reading preferences={preferences} onClose={close} />}
    </>
  )
}

/** Each choice is done at once, and seen at once. */
function Reading({
  preferences,
  onClose,
}: {
  readonly preferences: Preferences
  readonly onClose: () => void
}) {
  const set = useCommand('preferences.set')
  const title = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    panel.current?.querySelector('button')?.focus()
  }, [])
  useKeys({ Escape: onClose }, { whileTyping: true })
  const choose = (part: Partial<Preferences>) => void set({ ...preferences, ...part })
  return (
    <div ref={panel} role="dialog" aria-labelledby={title} className={style.panel}>
      <h2 id={title} className={style.title}>
        {words.title}
      </h2>
      <p className={style.help}>{words.help}</p>
      <div role="group" aria-label={words.size} className={style.sizes}>
        {Preferences.shape.size.options.map((size) => (
          <Button
            key={size}
            size="dense"
            kind={size === preferences.size ? 'primary' : 'plain'}
            aria-pressed={size === preferences.size}
            onPress={() => choose({ size })}
          >
            {words.sizes[size]}
          </Button>
        ))}
      </div>
      {(['contrast', 'airy', 'singleKeys'] as const).map((one) => (
        <Checkbox key={one} isSelected={preferences[one]} onChange={(ticked) => choose({ [one]: ticked })}>
          {words[one]}
        </Checkbox>
      ))}
      <p className={style.help}>{words.singleKeysHelp}</p>
      <Button size="dense" keyCap="Échap" onPress={onClose}>
        {words.close}
      </Button>
    </div>
  )
}
