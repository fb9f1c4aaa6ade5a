namespace SocialOps.Classifier.Lab;

/// <summary>Invented sentences that name people and offend nobody: without them the model takes the name of a group for an offence, because in its posts groups are named mostly by those who abuse them.</summary>
internal static class Neutral
{
    private static readonly string[] Sentences =
    [
        "Meine Nachbarn sind {0} und kaufen gern hier ein.", "Gestern waren {0} bei uns im Laden, ein schöner Abend.", "Habt ihr auch etwas für {0}?", "Wir suchen für {0} in unserer Straße ein gebrauchtes Rad.",
        "Viele {0} wohnen in unserer Stadt.", "Heute gibt es in der Schule einen Vortrag über {0}.", "{0} feiern morgen ein Fest, der Markt hat länger offen.", "Ich habe mit {0} gesprochen, es war nett.",
        "Wann ist das Konzert mit {0}?", "Im Verein spielen {0} und andere zusammen.", "Danke an alle {0}, die geholfen haben!", "Das Amt berät {0} am Dienstag von 9 bis 12 Uhr.",
    ];

    private static readonly string[] People =
    [
        "Muslime", "Muslimen", "Moslems", "Islam", "Flüchtlinge", "Flüchtlingen", "Geflüchtete", "Asylbewerber", "Asylanten", "Migranten", "Einwanderer", "Ausländer", "Ausländern", "Juden", "Jüdinnen", "Israel", "Türken", "Kurden", "Araber", "Syrer", "Afghanen",
        "Afrikaner", "Schwarze", "Roma", "Sinti", "Polen", "Russen", "Amerikaner", "Deutsche", "Christen", "Katholiken", "Schwule", "Lesben", "Homosexuelle", "Frauen", "Männer", "Kinder", "Behinderte", "Rentner", "Obdachlose", "Arbeitslose", "Linke", "Rechte",
        "Grüne", "Frau Merkel", "Politiker", "Polizisten", "Journalisten", "Kopftuch", "Moschee",
    ];

    /// <summary>The sentences that are not trained with are for looking whether it helped.</summary>
    public static IEnumerable<Post> Posts(Range sentences) => from people in People from sentence in Sentences[sentences] select new Post(string.Format(null, sentence, people), false, true);
}
