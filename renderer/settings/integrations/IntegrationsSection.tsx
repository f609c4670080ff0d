import { useMemo } from 'react'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useCommand, useRead } from '../../link/hooks.ts'
import { AgreedOffices } from '../partners/AgreedOffices.tsx'
import { Places } from '../../partners/Places.tsx'
import { Gateways } from './Gateways.tsx'
import { IntegrationsPage, type IntegrationsActs } from './IntegrationsPage.tsx'

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
