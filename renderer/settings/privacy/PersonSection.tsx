import { useState } from 'react'
import { personRights as words } from '../../../shared/messages/privacy/personRights.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import style from '../Settings.module.css'
import { PersonActs } from './PersonActs.tsx'
import { paperNamed, wordOf, type PersonData, type PersonPaper } from './person.ts'
import { PersonKept } from './PersonKept.tsx'

/** What a person may ask under their rights: all that is kept of them, found by what their paper bears. */
export function PersonSection() {
  const link = useLink()
  const [typed, setTyped] = useState({ reference: '', code: '' })
  const [wrong, setWrong] = useState<string | null>(null)
  const [found, setFound] = useState<{ readonly by: PersonPaper; readonly kept: PersonData } | null>(null)
  const read = async (by: PersonPaper) => {
    const result = await link.read('person.get', by)
    if ('error' in result) {
      setFound(null)
      return setWrong(result.error.message)
    }
    setWrong(null)
    setFound({ by, kept: result.output })
  }
  const search = () => {
    const by = paperNamed(typed)
    if (by !== null) return void read(by)
    setFound(null)
    setWrong(words.oneOnly)
  }
  return (
    <>
      <div className={style.notPrinted}>
        <Group title={words.title}>
          <p className={style.small}>{words.help}</p>
          <Form aria-label={words.title} className={style.form} onSend={search}>
            <div className={style.pair}>
              <Field
                label={words.reference}
                value={typed.reference}
                autoComplete="off"
                spellCheck="false"
                maxLength={40}
                onChange={(reference) => setTyped({ ...typed, reference })}
              />
              <Field
                label={words.code}
                value={typed.code}
                autoComplete="off"
                spellCheck="false"
                maxLength={20}
                onChange={(code) => setTyped({ ...typed, code })}
              />
            </div>
            {wrong !== null && <p role="alert">{wrong}</p>}
            <div className={style.acts}>
              <Button kind="primary" type="submit">
                {words.search}
              </Button>
            </div>
          </Form>
        </Group>
      </div>
      {found !== null && (
        <>
          <PersonKept name={wordOf(found.by)} kept={found.kept} />
          <PersonActs
            key={wordOf(found.by)}
            by={found.by}
            limited={found.kept.limited}
            onChanged={() => void read(found.by)}
          />
        </>
      )}
    </>
  )
}
