import { given } from './seed.ts'
import type { Person } from './server.ts'

/** Has an address told of stopped timers as Zapier does, with a new integration key. */
export async function subscribe({ api }: Person, url: string): Promise<void> {
  const { wires } = await given(api.GET('/server'))
  const wire = wires.find(({ name }) => name === 'timetracker-in')
  const surface = wire?.addresses.find(({ title }) => title.startsWith('Integrations'))
  const { token } = await given(api.POST('/tokens/integration'))
  const { ok, status } = await fetch(`${surface?.url}/webhooks/subscribe`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url, events: ['TIMER_STOPPED', 'CLIENT_CREATED'], description: 'To the books' }),
  })
  if (!ok) throw new Error(`The subscription was answered ${status}.`)
}
