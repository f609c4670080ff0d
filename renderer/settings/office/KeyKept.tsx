import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { keyKept as words } from '../../../shared/messages/office/key.fr.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand, useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { classes } from '../../ui/classes.ts'
import { Group } from '../../ui/Column.tsx'
import shared from '../Settings.module.css'
import style from './KeyKept.module.css'

type State = Output<'key.state'>
type Step = { readonly is: 'idle' | 'asking' } | { readonly is: 'shown'; readonly recovery: string }

/** How the secret key is kept on this machine, and the recovery key when it has just been made: shown once, kept nowhere. */
export function KeyKept() {
  const link = useLink()
  const protect = useCommand('key.protect')
  const { name } = useOffice()
  const [state, setState] = useState<State | null>(null)
  const [step, setStep] = useState<Step>({ is: 'idle' })
  useEffect(() => {
    let here = true
    void link.read('key.state', {}).then((result) => {
      if (here && 'output' in result) setState(result.output)
    })
    return () => {
      here = false
    }
  }, [link, step.is])
  if (state === null) return null
  const act = async () => {
    const result = await protect({})
    setStep('output' in result ? { is: 'shown', recovery: result.output.recovery } : { is: 'idle' })
  }
  return (
    <Group title={words.title}>
      <p className={shared.small}>{state.protected ? words.isProtected(state.by) : words.plain}</p>
      {step.is === 'shown' ? (
        <Recovery recovery={step.recovery} office={name} onDone={() => setStep({ is: 'idle' })} />
      ) : state.by === null ? (
        <p className={shared.small}>{words.none}</p>
      ) : (
        <Offer
          isProtected={state.protected}
          asking={step.is === 'asking'}
          onAsk={() => setStep({ is: 'asking' })}
          onCancel={() => setStep({ is: 'idle' })}
          onGo={() => void act()}
        />
      )}
    </Group>
  )
}

/** Asked twice: the paper of before is worth nothing after. */
function Offer({
  isProtected,
  asking,
  onAsk,
  onCancel,
  onGo,
}: {
  readonly isProtected: boolean
  readonly asking: boolean
  readonly onAsk: () => void
  readonly onCancel: () => void
  readonly onGo: () => void
}) {
  return (
    <>
      <p className={shared.small}>
        {asking ? (isProtected ? words.renewSure : words.sure) : isProtected ? '' : words.help}
      </p>
      <div className={shared.acts}>
        {asking ? (
          <>
            <Button kind="primary" autoFocus onPress={onGo}>
              {words.go}
            </Button>
            <Button onPress={onCancel}>{words.cancel}</Button>
          </>
        ) : (
          <Button onPress={onAsk}>{isProtected ? words.renew : words.protect}</Button>
        )}
      </div>
    </>
  )
}

function Recovery({
  recovery,
  office,
  onDone,
}: {
  readonly recovery: string
  readonly office: string
  readonly onDone: () => void
}) {
  return (
    <div className={style.paper} role="status">
      <Card tone="attention" label={words.once}>
        <p className={style.onPaper}>{words.sheet(office)}</p>
        <p className={style.notOnPaper}>{words.once}</p>
        <code className={style.recovery}>{recovery}</code>
        <p className={classes(shared.small, style.notOnPaper)}>{words.keep}</p>
        <p className={shared.small}>{words.use}</p>
        <div className={classes(shared.acts, style.notOnPaper)}>
          <Button kind="primary" autoFocus onPress={() => window.print()}>
            {words.print}
          </Button>
          <Button onPress={onDone}>{words.done}</Button>
        </div>
      </Card>
    </div>
  )
}
