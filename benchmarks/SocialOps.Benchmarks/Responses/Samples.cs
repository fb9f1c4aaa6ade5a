using System.Text;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Benchmarks.Responses;

/// <summary>200 rules with six words or phrases each, and invented posts of 280 characters.</summary>
internal static class Samples
{
    private const int Seed = 7;
    private static readonly string[] Stems = ["rechnung", "lieferung", "paket", "hotline", "werkstatt", "filiale", "termin", "konto", "vertrag", "tarif", "bremse", "akku", "kette", "sattel", "reifen", "brot", "torte", "kaffee", "kasse", "parkplatz"];
    private static readonly string[] Faults = ["falsch", "defekt", "verspätet", "kaputt", "zu teuer", "nicht da", "vergessen", "gesperrt", "verloren", "beschädigt"];
    private static readonly string[] Sentences =
    [
        "Hallo zusammen, ich warte jetzt seit drei Wochen auf meine Lieferung und niemand meldet sich. ", "Vielen Dank für die tolle Beratung gestern in der Filiale! ", "Könnt ihr mir sagen, ob ihr am Samstag geöffnet habt? ",
        "Die Bremse ist schon wieder defekt, das ist eine Zumutung. ", "Mein Sohn hat sich riesig über die Torte gefreut 😍 ", "Warum ist die Rechnung falsch und warum erreicht man die Hotline nie? ", "Schönes Wochenende euch allen, bis bald. ",
        "The new bike is great, but the charger stopped working after two days. ", "Bin leider enttäuscht, das Paket kam beschädigt an. ", "So einen Laden habe ich lange gesucht, weiter so. ",
    ];

    public static ResponsePolicyDefinition Policy { get; } = new()
    {
        Id = new("bench"),
        Rules = [.. Enumerable.Range(0, 200).Select(Rule)],
        Patterns = [new(Category.Praise, [new(ActionKind.Thank, new SavedReplyId("thanks"))]), new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("sorry")), new(ActionKind.Assign)])],
    };

    public static string[] Posts { get; } = MakePosts();

    private static ResponseRule Rule(int i)
    {
        var (stem, fault) = (Stems[i % Stems.Length], Faults[i / Stems.Length]);
        return new()
        {
            Id = "r" + i,
            Category = i % 10 == 0 ? Category.Question : Category.Complaint,
            Any = [$"{stem} {fault}", $"{stem} ist {fault}", $"{fault}e {stem}", $"{stem}s{i}*", $"*{stem}{i}", $"{fault} {i}"],
            None = i % 4 == 0 ? [$"kein {stem}"] : [],
        };
    }

    private static string[] MakePosts()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, 100).Select(_ =>
        {
            var post = new StringBuilder();
            while (post.Length < 280)
            {
                post.Append(Sentences[random.Next(Sentences.Length)]);
            }

            return post.ToString(0, 280);
        })];
    }
}
