export { type Clock, systemClock } from './clock/clock.js';
export { isTimeZone, zoneOffsets } from './clock/time.zone.js';
export { type Config, type Environment, isLoopback, loadConfig, unknownSettings } from './config/config.js';
export { ConfigError } from './config/config.error.js';
export { isId, newId, newIds } from './id/id.js';
export {
  isPassing,
  ProviderClient,
  ProviderError,
  type Message,
  type ProviderFault,
  type ProviderSettings,
} from './provider/provider.client.js';
export { createLog, LOG_LEVELS, type Log, type LogLevel, withoutSecrets } from './log/log.js';
export { acceptedStep, base32, oneTimeCode, otpauthUri, timeStep } from './secret/one-time.code.js';
export { installationKey } from './secret/key.file.js';
export { SealBroken, SecretSeal } from './secret/secret.seal.js';
export { randomBytesOf, randomSecret, sameSecret, sha256 } from './secret/random.secret.js';
export type { Bilingual, Language } from './text/bilingual.text.js';
export { newToken, tokenHash, tokenType } from './token/token.js';
export { HasherBusy, PasswordHasher } from './password/password.hasher.js';
export { isPublicAddress, refusalOfUrl, type AddressRefusal } from './fetch/address.rules.js';
export {
  postWebhook,
  WEBHOOK_FAILURES,
  WEBHOOK_TIMEOUT_MS,
  type WebhookAnswer,
  type WebhookFailure,
  type WebhookRequest,
} from './webhook/webhook.post.js';
export { WEBHOOK_SECRET_BYTES, webhookHeaders, webhookSecretText } from './webhook/webhook.signature.js';
export { PUBLIC_INTERNET, type Network } from './fetch/network.js';
export {
  FETCH_LIMITS,
  fetchPage,
  PAGE_FAILURES,
  type FetchedPage,
  type FetchLimits,
  type PageFailure,
} from './fetch/page.fetch.js';
