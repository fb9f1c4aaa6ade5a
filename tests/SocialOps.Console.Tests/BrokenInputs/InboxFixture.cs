using System.Text;
using NodaTime;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.BrokenInputs;

/// <summary>One inbox with everything that can be wrong with a line, taken in once.</summary>
public sealed class InboxFixture : IAsyncLifetime
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 3, 9, 0);
    private readonly TempFolder _folder = new();

    internal string Database => _folder.File("broken.db");

    internal ConsoleResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        byte[][] lines =
        [
            [0xEF, 0xBB, 0xBF, .. Line("bom", "Ein Lob.")], // 1
            Line("crlf", "Noch eins.", "\r"), // 2
            [], // 3
            Bytes("""{"network":"x","id":"half","""), // 4
            Bytes("""[1,2,3]"""), // 5
            Bytes("""{"network":"x","id":"lone","at":"2026-02-03T09:00:00Z","author":"a","text":"kaputt \ud800 hier"}"""), // 6
            Bytes("""{"network":"x","id":"nul","at":"2026-02-03T09:00:00Z","author":"a","text":"kaputt \u0000 hier"}"""), // 7
            Line("long", new string('k', 1_000_000)), // 8
            Line("huge", new string('k', 5_000_000)), // 9
            Bytes("""{"network":"x","id":"old","at":"0000-02-03T09:00:00Z","author":"a","text":"t"}"""), // 10
            [.. """{"network":"x","id":"latin","at":"2026-02-03T09:00:00Z","author":"a","text":"R"""u8, 0xE4, .. "der\"}"u8], // 11
            Line("twice", "Wann habt ihr auf?"), // 12
            Line("twice", "Wann habt ihr auf?"), // 13
            Bytes(InboxText.Line("twice", At, "Wann habt ihr auf?", likes: 7)), // 14
            Bytes("""{"network":"x","account":"nobodys","id":"a","at":"2026-02-03T09:00:00Z","author":"a","text":"t"}"""), // 15
            Bytes("""{"network":"x","id":"more","at":"2026-02-03T09:00:00Z","author":"a","text":"t","url":"u","sentiment":["x"]}"""), // 16
            Bytes("""{"network":5,"id":"","at":"2026-02-03","text":"t","counters":{"likes":-1}}"""), // 17
            Bytes("""{"network":"x","id":"17","at":"1999-02-03T09:00:00Z","author":"a","text":"t"}"""), // 18
            Line("last", "Zuletzt."), // 19
            Bytes("""{"network":"x","id":"far","at":"9999-12-31T23:59:59Z","author":"a","text":"t"}"""), // 20
        ];
        using (var file = File.Create(_folder.File("in.jsonl")))
        {
            foreach (var line in lines)
            {
                file.Write([.. line, (byte)'\n']);
            }
        }

        Result = await ConsoleProcess.RunAsync("run", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("in.jsonl"), "--db", Database, "--json");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte[] Line(string id, string text, string end = "") => Bytes(InboxText.Line(id, At, text) + end);

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line);
}
