import { useMemo } from 'react'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useCommand, useRead } from '../../link/hooks.ts'
import { AgreedOffices } from '../partners/AgreedOffices.tsx'
import { Places } from '../../partners/Places.tsx'
import { Gateways } from './Gateways.tsx'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { SoftwareSettings } from '../../../shared/contract/integrations/calls.ts'
import { integrationsWords as words } from '../../../shared/messages/integrations/integrations.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { DeadLetters } from './DeadLetters.tsx'
import { Permitted } from './Permitted.tsx'
import style from './Integrations.module.css'
import { Tokens, type TokenActs } from './Tokens.tsx'
import { Webhooks, type WebhookActs } from './Webhooks.tsx'

/** Deliveries go on while the page is looked at: it is read again so often, in milliseconds. */
const renewEvery = 10_000

/** « Autres logiciels », over the page's link. */
export function IntegrationsSection() {
  const { shown, wrong, reload } = useRead('software.show', {}, renewEvery)
  const acts = useActs(reload)
  return (
    <>
      {wrong !== null && <p role="alert">{wrong}</p>}
      {shown === null && wrong === null && <p role="status">{appWords.loading}</p>}
      {shown && <IntegrationsPage shown={shown} acts={acts} />}
      <Gateways />
      <AgreedOffices />
      <Places />
    </>
  )
}

function useActs(reload: () => void): IntegrationsActs {
  const createToken = useCommand('apiToken.create')
  const revoke = useCommand('apiToken.revoke')
  const createWebhook = useCommand('webhook.create')
  const setWebhook = useCommand('webhook.set')
  const remove = useCommand('webhook.remove')
  const replay = useCommand('webhook.replay')
  const set = useCommand('software.set')
  return useMemo(() => {
    const done = async <T,>(asked: Promise<{ readonly output: T } | object>): Promise<T | null> => {
      const result = await asked
      reload()
      return 'output' in result ? result.output : null
    }
    return {
      tokens: {
        create: async (input) => (await done(createToken(input)))?.token ?? null,
        revoke: async (tokenId) => (await done(revoke({ tokenId }))) !== null,
      },
      webhooks: {
        create: async (input) => (await done(createWebhook(input)))?.secret ?? null,
        set: async (input) => (await done(setWebhook(input))) !== null,
        remove: async (webhookId) => (await done(remove({ webhookId }))) !== null,
      },
      replay: async (input) => void (await done(replay(input))),
      set: async (settings) => (await done(set(settings))) !== null,
      reload,
    }
  }, [createToken, revoke, createWebhook, setWebhook, remove, replay, set, reload])
}

type IntegrationsActs = {
  readonly tokens: TokenActs
  readonly webhooks: WebhookActs
  readonly replay: (input: Input<'webhook.replay'>) => Promise<void>
  readonly set: (settings: SoftwareSettings) => Promise<boolean>
  readonly reload: () => void
}

/** « Autres logiciels »: what each may do here, where events go, what could not be delivered. */
const IntegrationsPage = ({
  shown: { tokens, webhooks, dead, settings },
  acts,
}: {
  readonly shown: Output<'software.show'>
  readonly acts: IntegrationsActs
}) => (
  <>
    <div className={style.two}>
      <div>
        <Tokens tokens={tokens} acts={acts.tokens} />
      </div>
      <div>
        <Webhooks webhooks={webhooks} acts={acts.webhooks} />
      </div>
    </div>
    <DeadLetters dead={dead} webhooks={webhooks} onReplay={acts.replay} />
    <Acts room="around">
      <Button onPress={acts.reload}>{words.reload}</Button>
    </Acts>
    <Permitted settings={settings} onSet={acts.set} />
  </>
)
