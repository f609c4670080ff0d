import { useEffect, useId, useRef, useState } from 'react'
import { Preferences } from '../../shared/contract/people/preferences.ts'
import { scannerWords } from '../../shared/messages/identity/scanner.fr.ts'
import { readingWords as words } from '../../shared/messages/people/people.fr.ts'
import { later } from '../ui/later.tsx'
import { useCommand } from '../link/hooks.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import { usePreferences } from './preferences.ts'
import { playTone } from './tone.ts'
import style from './Reading.module.css'

const ScannerTrial = later(async () => (await import('../identity/ScannerTrial.tsx')).ScannerTrial)

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
  // Several choices in a row, faster than the host's answer, are each of them kept.
  const latest = useRef(preferences)
  const [chosen, setChosen] = useState(preferences)
  const [isTrying, setTrying] = useState(false)
  const choose = (part: Partial<Preferences>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    setChosen(next)
    void set(next).then((result) => {
      if ('output' in result) return
      latest.current = preferences
      setChosen(preferences)
    })
  }
  return (
    <div ref={panel} role="dialog" aria-labelledby={title} className={style.panel}>
      <h2 id={title} className={style.title}>
        {words.title}
      </h2>
      <p className={lettering.small}>{words.help}</p>
      <OneOf
        label={words.size}
        titles={words.sizes}
        options={Preferences.shape.size.options}
        chosen={chosen.size}
        onChoose={(size) => choose({ size })}
      />
      {(['contrast', 'airy', 'singleKeys'] as const).map((one) => (
        <Checkbox key={one} isSelected={chosen[one]} onChange={(ticked) => choose({ [one]: ticked })}>
          {words[one]}
        </Checkbox>
      ))}
      <p className={lettering.small}>{words.singleKeysHelp}</p>
      <p className={style.legend}>{words.sound}</p>
      <OneOf
        label={words.sound}
        titles={words.sounds}
        options={Preferences.shape.sound.unwrap().options}
        chosen={chosen.sound}
        onChoose={(sound) => {
          if (sound !== 'none') playTone(sound)
          choose({ sound })
        }}
      />
      <p className={style.legend}>{words.keyboard}</p>
      <OneOf
        label={words.keyboard}
        titles={words.keyboards}
        options={Preferences.shape.keyboard.unwrap().options}
        chosen={chosen.keyboard}
        onChoose={(keyboard) => choose({ keyboard })}
      />
      <Button size="dense" kind="quiet" aria-expanded={isTrying} onPress={() => setTrying(!isTrying)}>
        {scannerWords.open}
      </Button>
      {isTrying && <ScannerTrial />}
      <Button size="dense" keyCap="Échap" onPress={onClose}>
        {words.close}
      </Button>
    </div>
  )
}

/** Buttons of which one is chosen. */
const OneOf = <Value extends string>({
  label,
  titles,
  options,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly titles: Readonly<Record<Value, string>>
  readonly options: readonly Value[]
  readonly chosen: Value
  readonly onChoose: (value: Value) => void
}) => (
  <Acts role="group" aria-label={label}>
    {options.map((option) => (
      <Button
        key={option}
        size="dense"
        kind={option === chosen ? 'primary' : 'plain'}
        aria-pressed={option === chosen}
        onPress={() => onChoose(option)}
      >
        {titles[option]}
      </Button>
    ))}
  </Acts>
)
