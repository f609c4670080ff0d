import { useState } from 'react'
import { keepingPage } from '../../../shared/messages/backup/page.fr.ts'
import { useOffice } from '../../link/office.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { classes } from '../../ui/classes.ts'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import shared from '../Settings.module.css'
import style from '../office/KeyKept.module.css'

const words = keepingPage.recovery
const lastOnes = 6

/** The secret half of a recovery key, shown once, to be printed; what is typed back proves that the paper can be read. */
export function RecoveryKey({
  identity,
  onKept,
  onCancel,
}: {
  readonly identity: string
  readonly onKept: () => void
  readonly onCancel: () => void
}) {
  const { name } = useOffice()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const keep = () => {
    if (typed.replaceAll(/\s/g, '').toUpperCase() === identity.slice(-lastOnes)) onKept()
    else setWrong(words.typedWrong)
  }
  return (
    <div className={style.paper} role="group" aria-label={words.once}>
      <Card tone="attention" label={words.once}>
        <p className={style.onPaper}>{words.sheet(name)}</p>
        <p className={style.notOnPaper}>{words.once}</p>
        <code className={style.recovery}>{identity}</code>
        <p className={shared.small}>{words.use}</p>
        <Form className={classes(shared.form, style.notOnPaper)} onSend={keep}>
          <div className={shared.acts}>
            <Button kind="primary" autoFocus onPress={() => window.print()}>
              {words.print}
            </Button>
          </div>
          <Field
            label={words.typed}
            detail={words.typedHelp}
            autoComplete="off"
            value={typed}
            error={wrong}
            onChange={(next) => {
              setTyped(next)
              setWrong(undefined)
            }}
          />
          <div className={shared.acts}>
            <Button type="submit">{words.keep}</Button>
            <Button onPress={onCancel}>{keepingPage.outside.cancel}</Button>
          </div>
        </Form>
      </Card>
    </div>
  )
}
