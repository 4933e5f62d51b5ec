import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { fetchAndStore } from './fetchAndStore.mjs';

const s3 = new S3Client({});
const variables = process.env;

export const handler = async () => {
    const key = await fetchAndStore(
        {
            url: variables.FETCH_URL,
            timeoutSeconds: Number(variables.TIMEOUT_SECONDS),
            retries: Number(variables.RETRIES),
            pauseSeconds: Number(variables.PAUSE_SECONDS),
            bucket: variables.BUCKET,
            keyPrefix: variables.KEY_PREFIX || '',
            objectName: variables.OBJECT_NAME,
            contentType: variables.CONTENT_TYPE,
        },
        { fetch, put: object => s3.send(new PutObjectCommand(object)), sleep, now: () => new Date() });
    console.log('Stored ' + key);
};
