using System.Globalization;
using System.Runtime.InteropServices;

namespace SocialOps.KillWorker;

/// <summary>
/// Named places at which the worker ends itself as <c>kill -9</c> does: <c>SOCIALOPS_FAILPOINT=commit.before:17</c> is the 17th time at the place. The places stand in
/// decorators of this program; what ships has none.
/// </summary>
internal static partial class Failpoint
{
    private const int Sigkill = 9;
    private static readonly string[] Set = (Environment.GetEnvironmentVariable("SOCIALOPS_FAILPOINT") ?? "none:0").Split(':');
    private static int _left = int.Parse(Set[1], CultureInfo.InvariantCulture);

    public static void Hit(string place)
    {
        if (place == Set[0] && Interlocked.Decrement(ref _left) == 0)
        {
            _ = Kill(Environment.ProcessId, Sigkill);
            Thread.Sleep(Timeout.Infinite);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
