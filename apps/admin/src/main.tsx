import '@mantine/core/styles.css';
import {
  Button,
  Container,
  DirectionProvider,
  MantineProvider,
  PasswordInput,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { StrictMode, useEffect, useState, type FormEvent } from 'react';
import { createRoot } from 'react-dom/client';

const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

async function signIn(body: object): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-isnad-csrf': '1', 'accept-language': 'ar' };
  const answer = await fetch('/api/v1/sessions', { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) return ((await answer.json()) as { title: string }).title;
  const me = await fetch('/api/v1/me', { headers: { 'accept-language': 'ar' } });
  return ((await me.json()) as { member: { name: string } }).member.name;
}

function SignIn() {
  const [said, say] = useState('');
  useEffect(() => {
    const link = new URLSearchParams(location.hash.slice(1)).get('link');
    if (link) void signIn({ link }).then(say);
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signIn(Object.fromEntries(new FormData(event.currentTarget))).then(say);
  };
  return (
    <Container size="xs" component="main" py="xl">
      <Title order={1}>إسناد</Title>
      <form onSubmit={submit}>
        <Stack>
          <TextInput name="email" type="email" label="البريد الإلكتروني" dir="ltr" required />
          <PasswordInput name="password" label="كلمة السر" required />
          <Button type="submit">تسجيل الدخول</Button>
          <output role="status">{said}</output>
        </Stack>
      </form>
    </Container>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DirectionProvider initialDirection="rtl">
      <MantineProvider getStyleNonce={nonce}>
        <SignIn />
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
