import { useState } from 'react'
import { FileReference } from '../../shared/contract/ids.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { CounterActs, Patch } from './acts.ts'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'

/**
 * A reference as people say it: « DO-2026-318 », « 2026-318 », or its number alone, which is of this year.
 * @param year of the day, in the office's zone
 */
export function readReference(typed: string, year: string): FileReference | undefined {
  const [, ofYear = year, count = ''] = /^\s*(?:DO\s*-?\s*)?(?:(\d{4})\s*-\s*)?(\d+)\s*$/i.exec(typed) ?? []
  return FileReference.safeParse(`DO-${ofYear}-${count.replace(/^0+/, '')}`).data
}

/** A person who comes back: their file by its reference and Enter, never by a history of visits. */
export function TakeFile({
  sheet,
  year,
  acts,
  patch,
  onLeave,
}: {
  readonly sheet: Sheet
  readonly year: string
  readonly acts: Pick<CounterActs, 'takeFile'>
  readonly patch: Patch
  readonly onLeave: () => void
}) {
  const words = counterWords.who
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string>()
  return (
    <Panel title={words.takeFile} help={words.takeFileHelp} onLeave={onLeave}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          const reference = readReference(typed, year)
          if (reference === undefined) return setWrong(words.referenceWrong)
          void acts.takeFile({ reference }).then((result) => {
            if ('error' in result) setWrong(result.error.message)
            else onLeave()
          })
        }}
      >
        <Field
          label={words.reference}
          startsFocused
          autoComplete="off"
          spellCheck="false"
          maxLength={20}
          value={typed}
          error={wrong}
          onChange={(text) => {
            setTyped(text)
            setWrong(undefined)
          }}
        />
        <div className={style.foot}>
          <Button type="submit" kind="primary" keyCap="Entrée">
            {words.takeFile}
          </Button>
          {sheet.fileId !== null && (
            <Button
              onPress={() => {
                void patch({ fileId: null })
                onLeave()
              }}
            >
              {words.letFile}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  )
}
