import { webhookHeaders, webhookSecretText } from './webhook.signature.js';

/** The example of the Standard Webhooks libraries, by which every one of them is tested. */
const SECRET = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const MESSAGE = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1614265330_000),
  body: '{"test": 2432232314}',
};

describe('the headers of a message', () => {
  it('are those of the standard', () => {
    expect(webhookHeaders(MESSAGE, [SECRET])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('carry one signature for each secret, the newest first', () => {
    const { 'webhook-signature': both } = webhookHeaders(MESSAGE, [Buffer.alloc(32, 1), SECRET]);
    const [newest, earlier, ...more] = both!.split(' ');
    expect(newest).toMatch(/^v1,[\w+/]{43}=$/);
    expect(newest).not.toBe(earlier);
    expect(earlier).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
    expect(more).toEqual([]);
  });
});

it('a secret is shown with the prefix of the standard', () => {
  expect(webhookSecretText(SECRET)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
});
