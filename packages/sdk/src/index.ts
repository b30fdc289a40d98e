import createClient, { type Client as FetchClient, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './schema.ts'

export type { components, operations, paths } from './schema.ts'

export type SundialClientOptions = {
  /** The address of the server, such as `https://time.example.org`. In a page of that server it may be empty. */
  baseUrl: string
  /** An API key. A page of the server needs none: its session cookie is sent along. */
  token?: string
  /** Sends the requests, where the platform's own `fetch` is not to. */
  fetch?: ClientOptions['fetch']
}

/**
 * The Sundial API with a method for each HTTP verb: `client.GET('/entries', { params: { query: { limit: 50 } } })`.
 * Paths, parameters and bodies are checked against the server's own description of them; moments are RFC 3339 text,
 * lengths are whole seconds.
 */
export type SundialClient = FetchClient<paths>

/**
 * Makes a client of one server.
 *
 * Each call gives `{ data, error, response }`. Where the server did what it was asked, `data` is its answer (undefined
 * for 204). Where it refused, `error` is an `ErrorBody`: `error.error.code` says what kind of refusal it is, `reason`
 * why, `fields` which part of the request is wrong. A call rejects only where no answer came at all, or where the
 * answer was not JSON.
 *
 * After a write, `response.headers.get('X-Operation-Id')` is what `POST /operations/{operation_id}/undo` takes.
 */
export function createSundialClient({ baseUrl, token, fetch }: SundialClientOptions): SundialClient {
  return createClient<paths>({
    baseUrl: `${baseUrl.replace(/\/+$/, '')}/sundial/api/v1`,
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    fetch,
  })
}

type Schemas = components['schemas']

export type AppliedRules = Schemas['AppliedRules']
export type BillingStatus = Schemas['BillingStatus']
export type Budget = Schemas['Budget']
export type Budgets = Schemas['Budgets']
export type BulkEntryChanges = Schemas['BulkEntryChanges']
export type Client = Schemas['Client']
export type ClientChanges = Schemas['ClientChanges']
export type ClientList = Schemas['ClientList']
export type CreatedInvitation = Schemas['CreatedInvitation']
export type CreatedToken = Schemas['CreatedToken']
export type CreatedWebhook = Schemas['CreatedWebhook']
export type DeletedUsage = Schemas['DeletedUsage']
export type Delivery = Schemas['Delivery']
export type DeliveryDetails = Schemas['DeliveryDetails']
export type DeliveryList = Schemas['DeliveryList']
export type Entries = Schemas['Entries']
export type Entry = Schemas['Entry']
export type EntryChanges = Schemas['EntryChanges']
export type EntryList = Schemas['EntryList']
export type ErrorBody = Schemas['ErrorBody']
export type Event = Schemas['Event']
export type EventList = Schemas['EventList']
export type Export = Schemas['Export']
export type ExportList = Schemas['ExportList']
export type Invitation = Schemas['Invitation']
export type InvitationList = Schemas['InvitationList']
export type InvitationPreview = Schemas['InvitationPreview']
export type Link = Schemas['Link']
export type ListedWebhook = Schemas['ListedWebhook']
export type ListedWebhookList = Schemas['ListedWebhookList']
export type Me = Schemas['Me']
export type MeChanges = Schemas['MeChanges']
export type Member = Schemas['Member']
export type MemberChanges = Schemas['MemberChanges']
export type MemberList = Schemas['MemberList']
export type Membership = Schemas['Membership']
export type NewAccount = Schemas['NewAccount']
export type NewBudget = Schemas['NewBudget']
export type NewClient = Schemas['NewClient']
export type NewEntry = Schemas['NewEntry']
export type NewExport = Schemas['NewExport']
export type NewInvitation = Schemas['NewInvitation']
export type NewProject = Schemas['NewProject']
export type NewRate = Schemas['NewRate']
export type NewReportLink = Schemas['NewReportLink']
export type NewSavedReport = Schemas['NewSavedReport']
export type NewTag = Schemas['NewTag']
export type NewTask = Schemas['NewTask']
export type NewToken = Schemas['NewToken']
export type NewUsage = Schemas['NewUsage']
export type NewUsageRule = Schemas['NewUsageRule']
export type NewWebhook = Schemas['NewWebhook']
export type NewWorkspace = Schemas['NewWorkspace']
export type Operation = Schemas['Operation']
export type PasswordChange = Schemas['PasswordChange']
export type PasswordReset = Schemas['PasswordReset']
export type PasswordResetRequest = Schemas['PasswordResetRequest']
export type PersonalKey = Schemas['PersonalKey']
export type Project = Schemas['Project']
export type ProjectChanges = Schemas['ProjectChanges']
export type ProjectList = Schemas['ProjectList']
export type ProjectMember = Schemas['ProjectMember']
export type ProjectMembers = Schemas['ProjectMembers']
export type ProjectStatus = Schemas['ProjectStatus']
export type PublicReport = Schemas['PublicReport']
export type Rate = Schemas['Rate']
export type RateChanges = Schemas['RateChanges']
export type RateList = Schemas['RateList']
export type RecordedUsage = Schemas['RecordedUsage']
export type Report = Schemas['Report']
export type ReportDefinition = Schemas['ReportDefinition']
export type ReportEntry = Schemas['ReportEntry']
export type ReportEntryList = Schemas['ReportEntryList']
export type ReportLine = Schemas['ReportLine']
export type ReportLink = Schemas['ReportLink']
export type ReportMeasures = Schemas['ReportMeasures']
export type ReportMoney = Schemas['ReportMoney']
export type Role = Schemas['Role']
export type SavedReport = Schemas['SavedReport']
export type SavedReportChanges = Schemas['SavedReportChanges']
export type SavedReportList = Schemas['SavedReportList']
export type Server = Schemas['Server']
export type Session = Schemas['Session']
export type SignIn = Schemas['SignIn']
export type StartedTimer = Schemas['StartedTimer']
export type StoppedTimer = Schemas['StoppedTimer']
export type Tag = Schemas['Tag']
export type TagChanges = Schemas['TagChanges']
export type TagList = Schemas['TagList']
export type Task = Schemas['Task']
export type TaskChanges = Schemas['TaskChanges']
export type TaskList = Schemas['TaskList']
export type TaskPriority = Schemas['TaskPriority']
export type TaskStatus = Schemas['TaskStatus']
export type Timer = Schemas['Timer']
export type TimerStart = Schemas['TimerStart']
export type TimerStop = Schemas['TimerStop']
export type Token = Schemas['Token']
export type TokenChanges = Schemas['TokenChanges']
export type TokenList = Schemas['TokenList']
export type UsageAssignment = Schemas['UsageAssignment']
export type UsageRange = Schemas['UsageRange']
export type UsageRule = Schemas['UsageRule']
export type UsageRuleChanges = Schemas['UsageRuleChanges']
export type UsageRules = Schemas['UsageRules']
export type UsageSample = Schemas['UsageSample']
export type UsageSampleList = Schemas['UsageSampleList']
export type UsageSamples = Schemas['UsageSamples']
export type UsageSummary = Schemas['UsageSummary']
export type User = Schemas['User']
export type UserChanges = Schemas['UserChanges']
export type UserList = Schemas['UserList']
export type Webhook = Schemas['Webhook']
export type WebhookChanges = Schemas['WebhookChanges']
export type WebhookEvent = Schemas['WebhookEvent']
export type WebhookSecret = Schemas['WebhookSecret']
export type Workspace = Schemas['Workspace']
export type WorkspaceChanges = Schemas['WorkspaceChanges']
export type WorkspaceList = Schemas['WorkspaceList']
