/** Lines of CSV as a download, streamed: the next is read when the last was taken. What fails before the first line is thrown, later ends the stream. */
export async function csvResponse(lines: AsyncGenerator<string>, fileName: string): Promise<Response> {
  const first = await lines.next();
  const text = new ReadableStream<string>({
    start(controller) {
      if (!first.done) controller.enqueue(first.value);
    },
    async pull(controller) {
      const line = await lines.next();
      if (line.done) controller.close();
      else controller.enqueue(line.value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}
