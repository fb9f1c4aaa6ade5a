using NodaTime;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Commands;

public sealed class LiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Live_ComplaintIsAppended_TellsWhoIsOnDutyPostsTheReplyAndRemembers()
    {
        using (var live = Start())
        {
            await live.SaysAsync("is on duty");
            File.AppendAllText(_folder.File("in.jsonl"), InboxText.Line("1", Instant.FromUtc(2026, 2, 3, 9, 0), "Der Rahmen ist gerissen!") + "\n");
            await live.SaysAsync("#1 New Complaint: Radhaus Elbe");
            live.Input.WriteLine("reply 1 Das tut uns leid, wir sehen nach.");
            await live.SaysAsync("posted on x, answering 1: Das tut uns leid, wir sehen nach.");
            live.Input.WriteLine("settle 9");
            await live.SaysAsync("There is no case 9. 'list' shows the open ones with their numbers.");
            live.Input.WriteLine("quit");
            (await live.ExitCodeAsync()).Should().Be(0);
        }

        using var again = Start();
        await again.SaysAsync("#1 Complaint by leser-1");
        again.Input.WriteLine("settle 1 Getauscht");
        await again.SaysAsync("(Settled), 1 reply");
        again.Input.WriteLine("list");
        await again.SaysAsync("Nothing is open.");
        again.Input.WriteLine("quit");
        (await again.ExitCodeAsync()).Should().Be(0);
    }

    private TalkingProcess Start() => TalkingProcess.Start("live", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("in.jsonl"), "--db", _folder.File("live.db"));
}
