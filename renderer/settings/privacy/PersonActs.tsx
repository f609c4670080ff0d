import { useState } from 'react'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { personRights as words } from '../../../shared/messages/privacy/personRights.fr.ts'
import { openDocuments, openFiles } from '../../documents/open.ts'
import { useCommand } from '../../link/hooks.ts'
import { Twice } from '../../ui/Twice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { say } from '../../link/notices.ts'
import { Prose } from '../../ui/Prose.tsx'
import style from '../Settings.module.css'
import { wordOf, type PersonPaper } from './person.ts'

/** What can be done for the person: put right by one more fact, kept without being used, erased. */
export const PersonActs = ({
  by,
  limited,
  onChanged,
}: {
  readonly by: PersonPaper
  readonly limited: boolean
  readonly onChanged: () => void
}) => (
  <div className={style.notPrinted}>
    <Group title={words.rectify}>
      <p className={style.small}>{words.rectifyHelp}</p>
      <div className={style.acts}>
        <Button onPress={openFiles}>{words.openFiles}</Button>
        <Button onPress={openDocuments}>{words.openDocuments}</Button>
      </div>
    </Group>
    <Limit by={by} limited={limited} onChanged={onChanged} />
    <Erase by={by} onChanged={onChanged} />
  </div>
)

function Limit({
  by,
  limited,
  onChanged,
}: {
  readonly by: PersonPaper
  readonly limited: boolean
  readonly onChanged: () => void
}) {
  const limit = useCommand('person.limit')
  const act = async () => {
    if (!('reference' in by)) return
    const result = await limit({ reference: by.reference, limited: !limited, note: null })
    if ('error' in result) return
    say(limited ? words.liftDone : words.limitDone, 'done')
    onChanged()
  }
  return (
    <Group title={words.limit}>
      <p className={style.small}>{words.limitHelp}</p>
      {'reference' in by ? (
        <Twice
          label={limited ? words.liftAct : words.limitAct}
          confirm={limited ? words.liftSure : words.limitSure}
          onAct={() => void act()}
        />
      ) : (
        <p className={style.small}>{words.byFile}</p>
      )}
    </Group>
  )
}

/** Asked twice: by the word on the person's paper, typed again, then by the act itself. */
function Erase({ by, onChanged }: { readonly by: PersonPaper; readonly onChanged: () => void }) {
  const erase = useCommand('person.erase')
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState({ again: '', note: '' })
  const [wrong, setWrong] = useState<string | undefined>()
  const act = async () => {
    if (typed.again.replaceAll(/\s/g, '').toUpperCase() !== wordOf(by)) return setWrong(words.againWrong)
    const result = await erase({ ...by, visa: null, note: wordsIn(typed.note) || null })
    if ('error' in result) return
    const count = (kinds: typeof result.output.erased) =>
      kinds.reduce((sum, { count: some }) => sum + some, 0)
    say(words.erased(count(result.output.erased), count(result.output.kept)), 'done')
    setAsking(false)
    setTyped({ again: '', note: '' })
    onChanged()
  }
  return (
    <Group title={words.erase}>
      <p className={style.small}>
        <Prose>{words.eraseHelp}</Prose>
      </p>
      {asking ? (
        <Form aria-label={words.erase} className={`${style.edit!} ${style.form!}`} onSend={act}>
          <Field
            label={words.note}
            startsFocused
            value={typed.note}
            maxLength={2000}
            onChange={(note) => setTyped({ ...typed, note })}
          />
          <Field
            label={words.again(wordOf(by))}
            value={typed.again}
            error={wrong}
            autoComplete="off"
            spellCheck="false"
            maxLength={40}
            onChange={(again) => {
              setWrong(undefined)
              setTyped({ ...typed, again })
            }}
          />
          <div className={style.acts}>
            <Button kind="primary" type="submit">
              {words.eraseSure}
            </Button>
            <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </Form>
      ) : (
        <div className={style.acts}>
          <Button onPress={() => setAsking(true)}>{words.eraseAct}</Button>
        </div>
      )}
    </Group>
  )
}
