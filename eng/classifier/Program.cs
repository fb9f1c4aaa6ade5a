using System.Globalization;
using SocialOps.Channels;
using SocialOps.Classifier.Lab;
using SocialOps.Responses.Lexicons;
using SocialOps.Responses.Text;

// dotnet run -c Release --project eng/classifier -- evaluate <folder> eng/classifier/held-out.model      precision and recall on the half that nobody tuned on; with "tuning" on the other half
// dotnet run -c Release --project eng/classifier -- train <folder> <model of all posts> <model of the tuning half>
// dotnet run -c Release --project eng/classifier -- cross-validate <folder> [option=value]               the model alone, on the tuning half
var posts = Directory.EnumerateFiles(args[1], "germeval2018*.tsv").Order(StringComparer.Ordinal).SelectMany(Post.Read).ToList();
var tuning = posts.Where(p => p.MayTune).ToList();
switch (args[0])
{
    case "evaluate":
        var half = args.Contains("tuning");
        foreach (var measure in Evaluation.Offence(args[1], Classifiers.From(args), half).Concat(Evaluation.Sentiments(Path.Combine(args[1], "rail-tweets.jsonl"), Classifiers.From(args), half)))
        {
            Console.WriteLine(measure);
        }

        return;
    case "train":
        File.WriteAllBytes(args[2], Training.Train(posts, new TrainingOptions()));
        File.WriteAllBytes(args[3], Training.Train(tuning, new TrainingOptions()));
        Console.WriteLine($"{posts.Count} posts, {tuning.Count} of them for tuning.");
        return;
}

var options = new TrainingOptions();
foreach (var arg in args[2..].Where(a => a.Contains('=', StringComparison.Ordinal)))
{
    var (name, value) = (arg.Split('=')[0], double.Parse(arg.Split('=')[1], CultureInfo.InvariantCulture));
    options = name switch
    {
        "bits" => options with { Bits = (int)value },
        "epochs" => options with { Epochs = (int)value },
        "rate" => options with { Rate = value },
        "decay" => options with { Decay = value },
        "weight" => options with { OffenceWeight = value },
        "rarest" => options with { Rarest = (int)value },
        "neutral" => options with { Neutral = (int)value },
        "floor" => options with { Floor = value },
        _ => throw new ArgumentException($"'{name}' is no option."),
    };
}

var whole = OffenceModel.Read(Training.Train(tuning, options));
Console.WriteLine($"neutral sentences found offensive: {Neutral.Posts(8..).Count(p => Ask(p.Text) >= 0.5)} of {Neutral.Posts(8..).Count()}");

double Ask(string sentence)
{
    using var text = FoldedText.Of(sentence);
    return whole.Ask(text);
}

const int Folds = 5;
var lexicon = Classifiers.Words(args);
var answers = Enumerable.Range(0, Folds).SelectMany(fold =>
{
    var model = OffenceModel.Read(Training.Train([.. tuning.Where((_, i) => i % Folds != fold)], options));
    return tuning.Where((_, i) => i % Folds == fold).Select(p =>
    {
        using var text = FoldedText.Of(p.Text);
        return (p.Offends, Model: model.Ask(text), Words: lexicon.Classify(p.Text, new("x")).Labels.Where(l => l.Category is Category.Insult or Category.HateOrThreat).Select(l => l.Score).DefaultIfEmpty(0).Max());
    });
}).ToList();
Show("model alone", a => a.Model);
Console.WriteLine(Measure.Of("words alone", answers.Select(a => (a.Offends, a.Words >= 0.5))));
foreach (var share in new[] { 0.5, 0.7, 0.8, 0.9, 1 })
{
    Show(FormattableString.Invariant($"either the words or the model at {share}"), a => 1 - ((1 - a.Words) * (1 - (share * a.Model))));
}

foreach (var push in new[] { 1, 1.5, 2, 2.5, 3, 4 })
{
    Show(FormattableString.Invariant($"the words push the model by {push}"), a => 1 / (1 + Math.Exp(-(Math.Log(a.Model / (1 - a.Model)) + (push * a.Words)))));
}

void Show(string name, Func<(bool Offends, double Model, double Words), double> score)
{
    var (all, right, best) = (answers.Count(a => a.Offends), 0, "");
    foreach (var (answer, i) in answers.OrderByDescending(score).Select((a, i) => (a, i)))
    {
        right += answer.Offends ? 1 : 0;
        best = (double)right / (i + 1) >= 0.7 ? FormattableString.Invariant($"precision 0.70 up to score {score(answer):0.000}, recall {(double)right / all:0.000}") : best;
    }

    Console.WriteLine($"{name}: {best}");
}
