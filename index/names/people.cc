// Given names, and titles of several words.

#include "index/names/tables.h"

namespace dateline::names {

std::string_view given_names() {
  return R"(
Aaron Abdel Abdul Abdullah Abdulaziz Abdelaziz Abe Abigail Abraham Ada Adam Adel Adele Adnan
Adolf Adrian Adriana Ahmad Ahmed Aidan Akio Akira Alain Alan Alastair Albert Alberto Aldo
Alec Alejandro Aleksandr Aleksander Aleksei Alessandro Alex Alexander Alexandra Alexandre
Alexei Alexey Alexis Alf Alfonso Alfred Alfredo Ali Alice Alison Alistair Allan Allen Alicia
Alfons Alvaro Alvin Amanda Amara Amber Amelia Amir Amit Amitabh Amos Amr Amy Ana Anatoly
Anders Andre André Andrea Andreas Andrei Andrej Andres Andrés Andrew Andrey Andriy Andrzej
Andy Angel Angela Angelina Angelo Angus Anil Anita Ann Anna Anne Annette Annie Ansel Anthony
Antoine Anton Antonia Antonio António Antony Anwar Aram Archie Ariel Arjun Armando Arnaud
Arnold Art Arthur Artur Arturo Arun Arvind Asif Ashley Ashraf Atal Audrey Augusto Augustus Aung
Avigdor Aziz Babar Barack Barbara Barney Barry Bart Bashar Bashir Basil Beatrice Beatriz
Ben Benazir Benigno Benito Benjamin Bernard Bernardo Bernd Bernie Bert Bertrand Beth Betty
Beverly Bill Billy Bjorn Blaise Blake Bob Bobby Boris Boutros Brad Bradley Brenda Brendan
Brent Brett Brian Bridget Brigitte Brittney Bronislaw Bruce Bruno Bryan Bud Burt Byron
Calvin Cameron Camilla Carl Carla Carlo Carlos Carly Carmen Carol Carole Caroline Carolyn
Carrie Casey Caspar Catherine Cathy Cecil Cecilia Cedric Cesar César Charlene Charles
Charlie Charlotte Chen Cherie Cheryl Chester Chloe Chris Christian Christina Christine
Christoph Christophe Christopher Chuck Cindy Claire Clara Clare Clarence Claude Claudia
Claudio Claus Clayton Clement Cliff Clifford Clint Clive Clyde Colin Colleen Condoleezza
Connie Connor Conrad Constantine Corazon Corey Cory Craig Cristiano Cristina Crystal Curtis
Cynthia Cyril Cyrus Dale Damian Damien Damon Dan Dana Daniel Daniela Daniele Danielle Danilo
Danny Daphne Darrell Darren Darryl Dave David Davis Dawn Dean Deborah Debbie Deepak Deng
Denis Denise Dennis Derek Desmond Dexter Diana Diane Dick Didier Diego Dieter Dietrich Dilma
Dimitri Dino Dirk Dmitri Dmitriy Dmitry Dmytro Dolores Dominic Dominique Don Donald Donna
Dora Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dwight Dylan Earl Ed Eddie Edgar Edith
Edmond Edmund Edna Eduard Eduardo Edward Edwin Egon Ehud Eileen Einar Elaine Eleanor Elena
Eli Elias Elie Elijah Elisabeth Eliot Elizabeth Ella Ellen Elliott Elmar Elon Elsa Elton
Elvis Emily Emma Emmanuel Emil Emile Emilio Emerson Enda Enrico Enrique Enzo Eric Erica Erich
Erik Erika Erin Ernest Ernesto Ernst Erwin Esteban Esther Ethan Etienne Eugene Eva Evan
Evelyn Evgeny Evo Ewan Fabian Fabio Fabrice Faisal Farouk Farid Fatima Fausto Federico
Felipe Felix Ferdinand Fernanda Fernando Fidel Filip Finn Fiona Flavio Florian Floyd Frances
Francesca Francesco Francine Francis Francisco Franco Francois François Frank Franklin Frans
Franz Fred Freddie Frederic Frédéric Frederick Frederik Fredrik Friedrich Fritz Gabriel
Gabriela Gabriele Gareth Garry Gary Gavin Gavril Gemma Gene Genevieve Gennady Geoff Geoffrey
George Georges Georgina Gerald Geraldine Gerard Gérard Gerhard Gerry Giacomo Gianfranco
Gianni Gil Gilbert Gilberto Gilles Gillian Gina Gino Giorgio Giovanni Girija Giulio Giuseppe
Glen Glenn Gloria Gordon Goran Grace Graeme Graham Grant Greg Gregor Gregorio Gregory Greta
Guenther Guido Guillaume Guillermo Gunter Günter Gunther Gus Gustav Gustavo Guy Gwen Habib
Hafez Hal Haley Hamid Hamza Hank Hannah Hans Hanan Harald Harold Haris Harriet Harrison
Harry Haruki Harvey Hashim Hassan Hazel Heather Hector Heidi Heinrich Heinz Helen Helena
Helga Helmut Hendrik Henri Henrik Henry Herbert Herman Hermann Hideki Hilary Hillary Hiroshi
Hisham Holly Homer Horst Hosni Hossein Howard Hu Hubert Hugh Hugo Humphrey Hussain Hussein
Hun Ian Ibrahim Ida Ignacio Igor Ilham Ilya Imad Imran Inacio Indira Indra Ingrid Inigo Ion
Ira Irene Irina Iris Isaac Isabel Isabella Islam Ismail Ismet Issa Istvan Itzhak Ivan Ivana
Ivo Ivor Jack Jackie Jacob Jacqueline Jacques Jaime Jair Jake Jakob Jalal Jamal James Jamie
Jan Jana Jane Janet Janez Janice Janine Janos Jaroslav Jason Javad Javed Javier Jawaharlal
Jay Jayne Jean Jeff Jeffrey Jennifer Jenny Jens Jeremy Jerome Jerry Jesper Jesse Jessica
Jesús Jill Jim Jimmy Jo Joachim Joan Joanna Joanne Joao João Jocelyn Jodie Joe Joel Joerg
Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordi Jorge Jorgen Jose José Josef
Joseph Josep Josephine Joshua Josip Joy Joyce Juan Judith Judy Jules Julia Julian Juliana
Julie Julien Juliet Julio Julius Junichiro Jürgen Juergen Justin Kamal Kamala Karel Karen Karim
Karin Karl Karol Kaspar Kate Katherine Kathleen Kathryn Kathy Katie Katharine Kazuo Keith
Kelly Kelvin Ken Kenji Kenneth Kenny Kenzo Kent Kerry Kevin Khaled Khalid Khalil Kiichi
Kieran Kim Kimberly Kirk Kirsty Kirsten Klaus Kofi Konrad Konstantin Kristin Kristina Kurt
Kyle Lakhdar Lance Larry Lars Laszlo Laura Laurel Lauren Laurence Laurent Lawrence Lazaro
Leah Lech Lee Leila Len Lena Lennart Leo Leon Leonard Leonardo Leonid Leroy Les Leslie
Lester Lev Lewis Liam Liaquat Lila Lillian Lily Linda Lindsay Linus Lionel Lisa Liu Liz Lloyd
Lois Lorenzo Lorraine Lothar Lou Louis Louisa Louise Lourdes Luc Luca Lucas Lucia Luciano
Lucie Lucy Ludwig Luigi Luis Luiz Luka Lukas Luke Lydia Lyle Lynn Lyndon Mabel Madeleine
Maggie Magnus Mahathir Mahmood Mahmoud Mahmud Malcolm Malala Malik Manfred Manmohan Manuel
Marc Marcel Marcello Marcelo Marcia Marco Marcos Marcus Margaret Margarita Maria María Mariano
Marianne Marie Marilyn Marina Marine Mario Marion Marjorie Mark Marko Markus Marlene Marlin
Marlon Marsha Marshall Martha Martin Martina Marvin Mary Masood Massimo Masud Mateusz Mathias
Mathieu Matt Matteo Matthew Matthias Maureen Maurice Mauricio Maurizio Max Maxim Maxime
Maximilian Maxine Maya Mehdi Mehmet Mel Melanie Melinda Melissa Melvin Menachem Mercedes Meredith
Merle Mervyn Mia Michael Michaela Michal Michel Michele Michelle Mick Miguel Mihail Mikael
Mike Mikhail Mikheil Miklos Mikhaïl Milan Mildred Miles Milorad Milos Milton Mirek Miriam
Mitch Mitchell Mitt Mohamed Mohamad Mohammad Mohammed Mohan Mohsen Moira Molly Monica
Monika Montgomery Morgan Moritz Morris Morten Moshe Mstislav Muammar Muhammad Muhammadu
Murray Mustafa Myles Myron Nabil Nadia Nadine Nancy Naomi Narendra Nasser Natalia Natalie
Natasha Nathan Nathaniel Nawaz Neil Nelson Neville Ngozi Nicholas Nick Nicola Nicolae Nicolas
Nicole Nigel Nikita Nikki Niklas Nikol Nikola Nikolai Nikolaos Nikolas Nikolay Nils Nina Noah
Noam Nobuo Noel Nora Norbert Norman Norodom Norris Nouri Nuri Olaf Olav Ole Oleg Oleksandr
Oleksiy Olena Olga Oliver Olivia Olivier Olli Olof Omar Orlando Orrin Oscar Osama Oskar Osman
Otto Owen Pablo Paddy Paolo Pascal Pat Patrice Patricia Patricio Patrick Patti Paul Paula
Paulo Pauline Pavel Pavlo Pedro Peggy Penelope Penny Per Percy Perry Pervez Pete Peter Petr
Petra Petro Phil Philip Philippa Philippe Phillip Phyllis Pierce Pierluigi Piero Pierre Pieter Pietro
Piotr Pranab Prakash Rachel Radovan Rafael Rafic Rafiq Rafik Ragnar Rahul Raila Raimund Raj
Rajiv Rajendra Ralf Ralph Ram Ramon Ramón Ramzi Randall Randolph Randy Ranil Raoul Rashid
Ratko Raul Raúl Ravi Ray Raymond Rebecca Recep Reg Regina Reinhard Reinhold Renato Rene René
Renée Rex Ricardo Riccardo Rich Richard Rick Ricky Rishi Rita Rob Robbie Robert Roberta
Roberto Robin Rod Roderick Rodney Rodolfo Rodrigo Rodrigue Roger Roh Roland Rolf Roman Romano
Romeo Ron Ronald Ronaldo Ronan Ronnie Rory Rosa Rosalind Rosanna Rose Rosemary Ross Rowan Roy Ruben
Rubén Rudolf Rudolph Rudy Rupert Russ Russell Ruth Ryan Saad Sabine Saddam Sadako Said Saïd
Salah Salim Sally Salman Salva Salvador Salvatore Sam Samantha Sami Samir Sammy Samuel Sandra
Sandro Sandy Sanjay Sara Sarah Sasha Satoshi Saul Scott Sean Sebastian Sebastien Sepp
Serena Sergei Serge Sergey Sergio Sergiy Seth Seymour Shamil Shane Shannon Sharon Shashi
Shaun Shawn Sheila Shelley Sherry Shigeru Shimon Shinzo Shirley Sidney Siegfried Sigmund
Silvia Silvio Simeon Simon Simone Slobodan Sofia Solomon Sonia Sophia Sophie Spencer Srdjan
Stacey Stan Stanislav Stanley Stefan Stefano Stella Stephane Stéphane Stephanie Stephen Sterling
Steve Steven Stewart Stipe Stuart Subramaniam Subrahmanyam Sue Sunil Suresh Susan Susanna
Susilo Suzanne Sven Svetlana Sylvester Sylvia Sylvie Tadeusz Takeshi Tamara Tanya Tara Tariq Taro Tatiana
Tatyana Tayyip Ted Terence Teresa Terrence Terry Tessa Thabo Thaksin Thelma Theo Theodore
Theresa Thérèse Thierry Thomas Thorsten Tiffany Tim Timothy Tina Tobias Todd Tom Tomas Tomás
Tomasz Tommy Toni Tony Tracey Tracy Travis Trevor Tristan Trygve Tyler Tyrone Ueli Ulrich
Uma Umar Umaru Uri Ursula Usama Uwe Vaclav Václav Valentin Valentina Valerie Valery Vanessa
Vasily Vasyl Vera Vernon Veronica Vic Vicente Vicki Vicky Victor Victoria Viktor Vikram
Vincent Vincenzo Vinod Virginia Vitali Vitaly Vivian Vivien Vladimir Volker Volodymyr Vyacheslav
Wade Wallace Walter Wanda Warren Wasim Wayne Wendell Wendy Werner Wesley Wilbur Wilfred Wilhelm Will
Willem William Willie Willy Wilma Wilson Wim Winnie Winston Wolfgang Woodrow Xavier Xi Yahya
Yann Yannick Yasir Yasser Yasuhiro Yehuda Yevgeny Yitzhak Yoichi Yoko Yolanda Yoshihiko Yoweri
Yukio Yuliya Yulia Yuri Yuriy Yusuf Yves Yvette Yvonne Zac Zach Zachary Zainab Zeinab Zbigniew
Zeng Zhang Zhao Zhou Zhu Ziad Zine Zoe Zoran Zulfikar Wang Qin Zoltan Zsolt Ayman Mahinda
Gotabaya Sirimavo Chandrika Jusuf Megawati Abdurrahman Joko Fumio Kiichiro Ryutaro Tsutomu
Noboru Sosuke Toshiki Keizo Yoshiro Naoto Satsuki Satya Sundar Kiran Priya Priyanka Deepika
Aishwarya Shah Rukh Sachin Virat Rohit Anand Viswanathan Lakshmi Mukesh Ratan Azim Narayana
Olusegun Goodluck Bola Atiku Chinua Chimamanda Wole Ellen Jomo Mwai Uhuru Julius Benjamin
Jakaya Paul Yoweri Milton Kenneth Levy Rupiah Edgar Hakainde Emmerson Morgan Joaquim Armando
Filipe Cyril Jacob Nelson Desmond Oliver Thabo Winnie Graca Meles Haile Abiy Isaias Omar
Idriss Laurent Mobutu Joseph Félix Denis Pierre Paulin Sassou Alassane Laurent Henri Blaise
Amadou Macky Abdoulaye Leopold Alpha Lansana Ernest Ahmad Charles Samuel Sekou Modibo Ibrahima
Recep Abdullah Ahmet Tansu Mesut Bulent Süleyman Turgut Kemal Yildirim Orhan Elif Fethullah
Binali Devlet Ekrem Selahattin Mevlut Hulusi Hakan Arda Mesut Bogdan Traian Klaus Ion Emil
Viorica Zhelyu Boyko Rumen Bojan Aleksandar Ivica Zoran Vojislav Tomislav Kolinda Andrej Borut
Milo Hashim Ibrahim Edi Sali Ilir Alija Bakir Radmila Biljana Milorad Jadranka Franjo Ante Luka
Donald Jaroslaw Lech Beata Ewa Leszek Aleksander Bronislaw Kazimierz Radoslaw Wladyslaw Vytautas
Dalia Valdis Vaira Toomas Kersti Arnold Andrus Siim Alexandr Kirill Maksim Artem Arseniy Vasili
Oksana Ruslan Rinat Ihor Mykola Leonid Viktoriya Nadiya Eduard Zviad Salome Heydar Nursultan
Kassym Islam Shavkat Emomali Saparmurat Askar Kurmanbek Roza Sooronbay Almazbek Tsakhia
Jun Jiang Jiabao Jinping Keqiang Zemin Xiaoping Rongji Enlai Zedong Ziyang Yaobang Guofeng
Augusta Katalin Ferenc Delphine Denzel Uhuru Wafula Ketanji Volker Thandi Siyabonga Nomvula
Dominika Katarina Zuzana Mikulas Milos Andrej Jiri Petr Vaclav Miroslav Mirek Stanislava)";
}

std::string_view title_phrases() {
  return R"(Secretary of State
Secretary of Defense
Secretary of Defence
Secretary of the Treasury
Secretary of Commerce
Secretary General
Secretary of the Interior
Under Secretary of State
Attorney General
Director General
Governor General
Solicitor General
Surgeon General
Inspector General
Chief Executive Officer
Chief Financial Officer
Chief Operating Officer
Chief Executive
Chief of Staff
Chief Justice
Chief Minister
Prime Minister
Vice President
Vice Chairman
Deputy Prime Minister
Minister of Foreign Affairs
Minister of Defence
Minister of Defense
Minister of Finance
Minister of State
Minister for Foreign Affairs
Chancellor of the Exchequer
Speaker of the House
Master Sergeant
Crown Prince
Grand Ayatollah
Field Marshal
Lord Mayor
First Lady
First Minister
First Secretary
secretary of state
secretary general
attorney general
chief executive
prime minister
vice president
chief of staff
foreign minister
)";
}

}  // namespace dateline::names
