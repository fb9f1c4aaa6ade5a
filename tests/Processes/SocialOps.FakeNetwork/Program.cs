using System.Globalization;
using SocialOps.FakeNetwork;

// <folder> <clock> <seed>: listens on a port of 127.0.0.1 that it tells, journals into the folder, ends with its standard input.
using var clock = SharedClock.Open(args[1]);
using var journal = new Journal(args[0], clock);
var random = new Random(int.Parse(args[2], CultureInfo.InvariantCulture));
using var server = new NetworkServer(new Timeline(journal, clock, random), new Feed(journal, random));
Console.WriteLine(server.Port.ToString(CultureInfo.InvariantCulture));
server.Run();
Console.In.ReadToEnd();
