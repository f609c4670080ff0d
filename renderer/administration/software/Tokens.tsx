import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { Scope } from '../../../shared/contract/software.ts'
import { date } from '../../../shared/messages/numbers.ts'
import { softwareWords } from '../../../shared/messages/software.fr.ts'
import { useNow } from '../../app/clock.ts'
import { useOffice } from '../../app/office.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { SecretOnce, type Secret } from './SecretOnce.tsx'
import style from './Software.module.css'
import { SureOrNot } from './SureOrNot.tsx'
import { endOfDay } from './until.ts'

const words = softwareWords.tokens

type Token = Output<'software.show'>['tokens'][number]

export type TokenActs = {
  /** The secret, or null when it was refused. */
  readonly create: (input: Input<'apiToken.create'>) => Promise<string | null>
  readonly revoke: (tokenId: Token['tokenId']) => Promise<boolean>
}

/** Which software has a token, for what, until when, and when it last used it. */
export function Tokens({ tokens, acts }: { readonly tokens: readonly Token[]; readonly acts: TokenActs }) {
  const [asked, setAsked] = useState<Token['tokenId'] | 'new' | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const [said, setSaid] = useState('')
  const revoke = async ({ tokenId, label }: Token) => {
    if (!(await acts.revoke(tokenId))) return
    setAsked(null)
    setSaid(words.revoked(label))
  }
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      {tokens.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.title}>
        {tokens.map((token) => (
          <Row key={token.tokenId} className={style.row}>
            <TokenSaid token={token} />
            {asked === token.tokenId ? (
              <SureOrNot
                help={words.revokeHelp}
                sure={words.revokeSure}
                onSure={() => void revoke(token)}
                onCancel={() => setAsked(null)}
              />
            ) : (
              <Button
                kind="quiet"
                size="dense"
                aria-label={words.revokeFor(token.label)}
                onPress={() => setAsked(token.tokenId)}
              >
                {words.revoke}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
      {secret && <SecretOnce secret={secret} onSeen={() => setSecret(null)} />}
      {asked === 'new' ? (
        <TokenForm
          onCancel={() => setAsked(null)}
          onSend={async (input) => {
            const text = await acts.create(input)
            if (text === null) return
            setAsked(null)
            setSecret({ title: words.shown(input.label), text })
          }}
        />
      ) : (
        <div className={style.acts}>
          <Button onPress={() => setAsked('new')}>{words.add}</Button>
          <span role="status" className={style.help}>
            {said}
          </span>
        </div>
      )}
    </Group>
  )
}

function TokenSaid({ token: { label, scopes, until, usedAt } }: { readonly token: Token }) {
  const { zone } = useOffice()
  const now = useNow(60_000)
  const ends =
    until === null
      ? words.endless
      : until <= now
        ? words.expired(date(until, zone))
        : words.ends(date(until - 1, zone))
  const used = usedAt === null ? words.unused : words.used(date(usedAt, zone))
  return (
    <span className={style.what}>
      <span className={style.name}>{label}</span>
      <br />
      <span className={style.help}>
        {scopes.map((scope) => softwareWords.scopes[scope].title).join(', ')} ({used}, {ends})
      </span>
    </span>
  )
}

function TokenForm({
  onSend,
  onCancel,
}: {
  readonly onSend: (input: Input<'apiToken.create'>) => Promise<void>
  readonly onCancel: () => void
}) {
  const { zone } = useOffice()
  const now = useNow(60_000)
  const [label, setLabel] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>([])
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const until = day === '' ? null : endOfDay(zone, day)
  const wrongUntil = until === undefined || (until !== null && until <= now)
  return (
    <form
      noValidate
      className={style.box}
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (label.trim() === '' || scopes.length === 0 || wrongUntil) return
        void onSend({ label: label.trim(), scopes: [...scopes], until })
      }}
    >
      <Field
        label={words.label}
        detail={words.labelHelp}
        startsFocused
        maxLength={80}
        value={label}
        error={tried && label.trim() === '' ? words.wrong.label : undefined}
        onChange={setLabel}
      />
      <div role="group" aria-label={words.scopes}>
        <p className={style.legend}>{words.scopes}</p>
        {Scope.options.map((scope) => (
          <Checkbox
            key={scope}
            isSelected={scopes.includes(scope)}
            onChange={(ticked) =>
              setScopes(ticked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
            }
          >
            {softwareWords.scopes[scope].title}
            <br />
            <span className={style.help}>{softwareWords.scopes[scope].help}</span>
          </Checkbox>
        ))}
        {tried && scopes.length === 0 && (
          <p role="alert" className={style.trouble}>
            {words.wrong.scopes}
          </p>
        )}
      </div>
      <Field
        label={words.until}
        detail={words.untilHelp}
        type="date"
        value={day}
        error={tried && wrongUntil ? words.wrong.until : undefined}
        onChange={setDay}
      />
      <div className={style.acts}>
        <Button kind="primary" type="submit">
          {words.create}
        </Button>
        <Button onPress={onCancel}>{softwareWords.cancel}</Button>
      </div>
    </form>
  )
}
