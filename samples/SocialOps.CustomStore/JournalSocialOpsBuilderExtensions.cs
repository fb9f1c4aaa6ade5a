using Microsoft.Extensions.DependencyInjection;
using SocialOps.DependencyInjection;

namespace SocialOps.CustomStore;

/// <summary>Chooses the journal store.</summary>
public static class JournalSocialOpsBuilderExtensions
{
    // snippet: use-journal
    /// <summary>Keeps everything in one journal file. Its path is relative to the current directory.</summary>
    public static SocialOpsBuilder UseJournal(this SocialOpsBuilder builder, string path)
        => builder.UseStore(services => new JournalStore(path, services.GetRequiredService<TimeProvider>()));
    // end snippet
}
