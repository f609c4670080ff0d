import { useEffect, useRef, useState } from 'react'
import { join as words } from '../../shared/messages/network/join.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import style from './Join.module.css'
import { addressRead, addressTyped, codeTyped } from '../settings/network/joinForm.ts'
import type { FoundHost, Joining } from '../link/shell.ts'

/** The welcome of a machine that joins an office: an address, a code. What is wrong is said, and nothing typed is lost. */
export function JoinPage({
  joining,
  onBack,
}: {
  readonly joining: Pick<Joining, 'find' | 'pair'>
  readonly onBack: () => void
}) {
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [tries, setTries] = useState(0)
  const [state, setState] = useState<'typing' | 'asking' | 'joined'>('typing')
  const [problem, setProblem] = useState<string | null>(null)
  const page = useRef<HTMLFormElement>(null)
  const [host, digits] = [addressTyped(address), codeTyped(code)]
  const wrong = { address: tries > 0 && host === null, code: tries > 0 && digits === null }

  useEffect(() => {
    if (tries > 0) page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])

  const ask = async () => {
    setTries(tries + 1)
    setProblem(null)
    if (host === null || digits === null || state !== 'typing') return
    setState('asking')
    const why = await joining.pair(host, digits)
    setProblem(why)
    setState(why === null ? 'joined' : 'typing')
  }

  return (
    <Form ref={page} className={style.page} onSend={ask}>
      <main className={style.main}>
        <h1 className={style.title}>{words.title}</h1>
        <p className={style.help}>{words.help}</p>
        <div className={style.fields}>
          <Field
            label={words.address}
            detail={words.addressHelp}
            value={address}
            startsFocused
            inputMode="url"
            autoComplete="off"
            error={wrong.address ? words.addressWrong : undefined}
            onChange={setAddress}
          />
          <FoundHosts find={joining.find} onTake={(found) => setAddress(addressRead(found.address))} />
          <div className={style.code}>
            <Field
              label={words.code}
              detail={words.codeHelp}
              value={code}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              error={wrong.code ? words.codeWrong : undefined}
              onChange={setCode}
            />
          </div>
        </div>
        {problem !== null && (
          <p role="alert" className={style.wrong}>
            {problem}
          </p>
        )}
        <Acts>
          <Button kind="primary" size="large" type="submit" isDisabled={state !== 'typing'}>
            {state === 'typing' ? words.join : words.joining}
          </Button>
          <Button size="large" onPress={onBack} isDisabled={state !== 'typing'}>
            {words.back}
          </Button>
          <span role="status" className={lettering.small}>
            {state === 'joined' ? words.joined : ''}
          </span>
        </Acts>
      </main>
    </Form>
  )
}

/** Who waits for a station on the local network: choosing one writes its address. */
function FoundHosts({
  find,
  onTake,
}: {
  readonly find: Joining['find']
  readonly onTake: (host: FoundHost) => void
}) {
  const [hosts, setHosts] = useState<readonly FoundHost[] | null>(null)
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    let here = true
    void find().then((found) => {
      if (here) setHosts(found)
    })
    return () => {
      here = false
    }
  }, [find, looks])
  return (
    <section aria-label={words.found} className={stack.close}>
      <h2 className={lettering.label}>{words.found}</h2>
      <p role="status" className={lettering.small}>
        {hosts === null ? words.looking : hosts.length === 0 ? words.none : ''}
      </p>
      {hosts !== null && hosts.length > 0 && (
        <Acts>
          {hosts.map((host) => (
            <Button key={host.address} size="dense" onPress={() => onTake(host)}>
              {words.take(host.name, addressRead(host.address))}
            </Button>
          ))}
        </Acts>
      )}
      {hosts !== null && (
        <div className={style.again}>
          <Button
            kind="quiet"
            size="dense"
            onPress={() => {
              setHosts(null)
              setLooks(looks + 1)
            }}
          >
            {words.again}
          </Button>
        </div>
      )}
    </section>
  )
}
