import { Delete } from 'lucide-react'
import { use, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import style from './Entry.module.css'
import { KioskButton } from './KioskButton.tsx'
import { Screen, titleId } from './Screen.tsx'
import { spelled } from './reading.ts'
import { useSay } from './speech.ts'
import { LanguageContext, useWords } from './words.ts'

const digits = [...'1234567890']
/** As on the keyboards of the country; the same letters serve every language, since names are registered in them. */
const rows = {
  letters: [[...'AZERTYUIOP'], [...'QSDFGHJKLM'], [...'WXCVBN']],
  name: [[...'AZERTYUIOP'], [...'QSDFGHJKLM'], [...'WXCVBN', '’', '-', ' ']],
  email: [digits, [...'azertyuiop'], [...'qsdfghjklm'], [...'wxcvbn', '@', '.', '-', '_']],
  phone: [[...'12345'], [...'67890'], ['+']],
  hour: [[...'12345'], [...'67890']],
} as const

type Kind = 'number' | 'code' | 'name' | 'phone' | 'email' | 'hour'

/** The keys of what is asked: a number begins with a letter of the office's own, a name has no figure. */
const keysOf = (kind: Kind, letters: readonly string[]): readonly (readonly string[])[] => {
  if (kind === 'name' || kind === 'email' || kind === 'phone' || kind === 'hour') return rows[kind]
  if (kind === 'number' && letters.length > 0 && letters.length <= 10) return [letters, digits]
  return [digits, ...rows.letters]
}

/** A question that is answered by typing, with the finger or on a keyboard that is plugged in. */
export function Entry({
  title,
  help,
  said,
  kind,
  letters = [],
  most,
  clean,
  complete,
  goOn,
  children,
  onDone,
}: {
  readonly title: ReactNode
  readonly help: string
  readonly said: string | undefined
  readonly kind: Kind
  readonly letters?: readonly string[]
  /** Characters at most. */
  readonly most: number
  /** What is kept of what is typed. */
  readonly clean: (typed: string) => string
  readonly complete: (text: string) => boolean
  /** What the button says, where it says more than « continuer ». */
  readonly goOn?: string
  readonly children?: ReactNode
  readonly onDone: (text: string) => void
}) {
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const say = useSay()
  const language = use(LanguageContext)
  const write = (typed: string) => {
    const next = clean(typed).slice(0, most)
    setText(next)
    say?.([{ lang: language, text: next === '' ? words.emptyField : spelled(next) }])
  }
  // What the kiosk's own keys write at the end is in sight, however long it is.
  useLayoutEffect(() => {
    const input = field.current
    if (input && input.selectionEnd === input.value.length) input.scrollLeft = input.scrollWidth
  }, [text])
  const done = complete(text)
  return (
    <Screen
      title={title}
      help={help}
      said={text === '' ? said : undefined}
      foot={
        <KioskButton kind="primary" wide isDisabled={!done} onPress={() => onDone(text)}>
          {goOn ?? words.goOn}
        </KioskButton>
      }
    >
      {children}
      <div className={style.entry}>
        <div className={style.line}>
          {/* The kiosk has its own keys: the system's own keyboard would cover them. */}
          <input
            ref={field}
            data-first
            className={style.field}
            aria-labelledby={titleId}
            inputMode="none"
            autoComplete="off"
            autoCapitalize={kind === 'email' ? 'off' : 'characters'}
            spellCheck={false}
            dir="ltr"
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && done) onDone(text)
            }}
          />
          <KioskButton
            icon={<Delete aria-hidden size={36} />}
            isDisabled={text === ''}
            onPress={() => write(text.slice(0, -1))}
          >
            {words.erase}
          </KioskButton>
        </div>
        <div className={style.keys} dir="ltr" data-kind={kind}>
          {keysOf(kind, letters).map((row) => (
            <div key={row.join('')} className={style.row}>
              {row.map((key) => (
                <KioskButton
                  key={key}
                  {...(key === ' ' ? { 'aria-label': words.space } : {})}
                  onPress={() => write(text + key)}
                >
                  {key === ' ' ? '␣' : key}
                </KioskButton>
              ))}
            </div>
          ))}
        </div>
      </div>
    </Screen>
  )
}
